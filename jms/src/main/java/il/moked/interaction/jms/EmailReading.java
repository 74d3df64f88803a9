// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.ejb.Reception;
import il.moked.channel.jms.email.DeliveryReport;
import il.moked.channel.jms.email.MailAddress;
import il.moked.channel.jms.email.MailEnvelope;
import il.moked.channel.jms.email.MailNature;
import il.moked.channel.jms.email.MailNotice;
import il.moked.channel.jms.email.MailParser;
import il.moked.channel.jms.email.ParsedMail;
import il.moked.channel.jms.email.ThreadToken;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Message.Notice;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.Bounce;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import il.moked.shared.EmailAddress;
import il.moked.shared.ShownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * From a raw mail in the inbox to what intake takes. Never fails for what a mail holds: one that cannot be read becomes
 * a conversation with the raw mail as its file.
 */
@ApplicationScoped
public class EmailReading {
    private static final String RAW_NAME = "message.eml";
    private static final String RAW_TYPE = "message/rfc822";
    private static final int LONGEST_NAME = 200;

    @Inject
    ChannelAccounts accounts;
    @Inject
    InstallationSecrets secrets;

    private final MailParser parser = new MailParser();

    IncomingMessage read(InboundMessage inbound) {
        ParsedMail mail = parser.parse(inbound.raw());
        ThreadToken tokens = new ThreadToken(secrets.threadKey());
        Predicate<MailAddress> own = ownAddresses();
        Optional<MailAddress> writer = writer(mail, own);
        boolean returned = mail.sender() != null && own.test(mail.sender()) || tokens.interactionOf(mail.messageId()).isPresent();
        Set<Notice> notices = notices(inbound, mail);
        boolean automatic = !mail.nature().mayBeAnsweredAutomatically() || returned || notices.contains(Notice.UNREADABLE);
        return new IncomingMessage(inbound.id(), null, sender(mail, writer.orElse(null)), mail.subject(), mail.newText(), mail.quotedText().isEmpty() ? null : mail.quotedText(), mail.html(),
                mail.messageId(), thread(mail, tokens), automatic, bounce(mail, tokens), notices, files(inbound, mail, notices),
                MailLanguage.of(mail.newText() + '\n' + mail.subject(), accounts.get(inbound.accountId()).language()), inbound.receivedAt());
    }

    private Predicate<MailAddress> ownAddresses() {
        Set<String> addresses = new java.util.HashSet<>();
        for (ChannelAccount account : accounts.enabled(Channel.EMAIL)) {
            EmailAddress.parse(account.address()).ifPresent(address -> addresses.add(address.value()));
        }
        return address -> addresses.contains(address.address().toLowerCase(Locale.ROOT));
    }

    /** Whom an answer goes to. An answer to one of our own mailboxes would come back to us, whatever Reply-To says; lists set Reply-To to the list. */
    private static Optional<MailAddress> writer(ParsedMail mail, Predicate<MailAddress> own) {
        Optional<MailAddress> named = mail.nature() == MailNature.PERSONAL ? mail.answerTo() : Optional.ofNullable(mail.sender());
        return named.filter(own.negate()).or(() -> Optional.ofNullable(mail.sender()).filter(own.negate()));
    }

    /** A name is believed only beside the address it was written with. */
    private static Sender sender(ParsedMail mail, MailAddress writer) {
        if (writer == null) {
            return new Sender(null, null, null, null);
        }
        MailAddress from = mail.sender();
        String name = !writer.name().isBlank() || from == null || !from.address().equalsIgnoreCase(writer.address()) ? writer.name() : from.name();
        Optional<String> address = EmailAddress.parse(writer.address()).map(EmailAddress::value);
        String shown = ShownText.line(ShownText.storable(name), LONGEST_NAME);
        if (shown.isEmpty() && address.isEmpty()) {
            shown = ShownText.line(ShownText.storable(writer.address()), LONGEST_NAME);
        }
        return new Sender(shown.isEmpty() ? null : shown, address.orElse(null), null, null);
    }

    private static IncomingMessage.Thread thread(ParsedMail mail, ThreadToken tokens) {
        List<String> newestFirst = new ArrayList<>(mail.references());
        Collections.reverse(newestFirst);
        List<String> places = Stream.concat(newestFirst.stream(), Stream.of(mail.to(), mail.cc()).flatMap(List::stream).map(MailAddress::address)).toList();
        return new IncomingMessage.Thread(tokens.interactionIn(places).map(Long::valueOf).orElse(null), mail.references(), null, null);
    }

    private static Bounce bounce(ParsedMail mail, ThreadToken tokens) {
        DeliveryReport report = mail.deliveryReport();
        if (report == null || report.action() != DeliveryReport.Action.FAILED || report.originalMessageId() == null) {
            return null;
        }
        String reason = Stream.of(report.status(), report.diagnostic()).filter(java.util.Objects::nonNull).reduce((status, words) -> status + ' ' + words).orElse(null);
        return new Bounce(report.originalMessageId(), tokens.interactionOf(report.originalMessageId()).map(Long::valueOf).orElse(null), report.recipient(), reason);
    }

    private static Set<Notice> notices(InboundMessage inbound, ParsedMail mail) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        mail.notices().forEach(notice -> notices.add(notice(notice)));
        switch (mail.nature()) {
            case BOUNCE -> notices.add(Notice.BOUNCE);
            case AUTO_REPLY -> notices.add(Notice.AUTO_REPLY);
            case BULK -> notices.add(Notice.BULK);
            case PERSONAL -> { }
        }
        if (inbound.raw().length >= Reception.LARGEST) {
            notices.add(Notice.TRUNCATED);
        }
        if (MailEnvelope.incomplete(inbound.externalId())) {
            notices.add(Notice.UNREADABLE);
        }
        return notices;
    }

    private static Notice notice(MailNotice notice) {
        return switch (notice) {
            case UNREADABLE -> Notice.UNREADABLE;
            case CHARSET_GUESSED -> Notice.CHARSET_GUESSED;
            case TRUNCATED -> Notice.TRUNCATED;
            case BROKEN_STRUCTURE -> Notice.BROKEN_STRUCTURE;
            case NO_SENDER -> Notice.NO_SENDER;
            case ENCRYPTED_SMIME, ENCRYPTED_PGP -> Notice.ENCRYPTED;
            case SIGNED_SMIME, SIGNED_PGP -> Notice.SIGNED;
            case TNEF -> Notice.TNEF;
        };
    }

    private static List<IncomingFile> files(InboundMessage inbound, ParsedMail mail, Set<Notice> notices) {
        List<IncomingFile> files = new ArrayList<>();
        mail.attachments().forEach(file -> files.add(new IncomingFile(file.fileName(), file.contentType(), file.contentId(), file.inline(), file.bytes())));
        if (notices.contains(Notice.UNREADABLE)) {
            files.add(new IncomingFile(RAW_NAME, RAW_TYPE, null, false, inbound.raw()));
        }
        return files;
    }
}
