// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.InboundMessage;
import il.moked.customer.ContactPoint;
import il.moked.customer.ejb.Identifying.Handle;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.FileToCome;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inbox row that is being read, and what all readings of messengers make of it. The moment of a message is when it came here: what
 * a provider could not deliver for a day must not be the first in the line, nor a wrong clock of his.
 *
 * @param language of the account, where the words do not tell
 */
record SocialRow(long inboundId, Channel channel, Instant receivedAt, String language) {
    private static final String BUNDLE = "il.moked.interaction.jms.social";
    private static final int LONGEST_REFERENCE = 2000;
    private static final int SHOWN_OF_A_NAME = 4;

    /**
     * Somebody wrote.
     *
     * @param name as he calls himself with the provider, or null @param phone or null @param address where answers go to
     */
    record Writer(String name, String phone, ContactPoint.Kind kind, String address) {
    }

    Incoming message(String providerId, Writer writer, List<String> words, List<FileToCome> files) {
        String text = words.stream().filter(word -> word != null && !word.isBlank()).collect(Collectors.joining("\n"));
        String spoken = MailLanguage.of(text, language);
        String shown = Stream.concat(Stream.of(text).filter(some -> !some.isEmpty()), text.isEmpty() ? files.stream().map(file -> text(kind(file), language)) : Stream.empty()).collect(Collectors.joining("\n"));
        Sender sender = new Sender(writer.name() == null ? stranger(writer) : writer.name(), null, writer.phone(), null, writer.kind() == null ? null : new Handle(writer.kind(), writer.address()));
        List<FileToCome> fetchable = files.stream().filter(file -> file.reference() != null && !file.reference().isBlank() && file.reference().length() <= LONGEST_REFERENCE).toList();
        return new IncomingMessage(inboundId, null, sender, null, shown.isEmpty() ? text("unsupported", language) : shown, null, null, InboundMessage.idInColumn(providerId), IncomingMessage.Thread.with(writer.address()), false, null, Set.of(), List.of(),
                text.isEmpty() ? language : spoken, receivedAt, fetchable, null);
    }

    /** Of whom the provider tells no name. */
    private String stranger(Writer writer) {
        return writer.phone() != null ? null : text("stranger." + channel, language, writer.address().substring(Math.max(0, writer.address().length() - SHOWN_OF_A_NAME)));
    }

    private static String kind(FileToCome file) {
        String type = file.contentType().toLowerCase(Locale.ROOT);
        return Stream.of("image", "audio", "video").filter(kind -> type.startsWith(kind + "/")).findFirst().map(kind -> "file." + kind).orElse("file.document");
    }

    String text(String key) {
        return text(key, language);
    }

    String text(String key, String inLanguage, Object... arguments) {
        Locale locale = Locale.forLanguageTag(inLanguage);
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, SocialRow.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return arguments.length == 0 ? bundle.getString(key) : new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
