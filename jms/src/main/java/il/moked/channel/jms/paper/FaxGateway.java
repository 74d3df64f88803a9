// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.channel.Channel;
import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.channel.jms.email.MailComposing;
import il.moked.channel.jms.email.MailGateway;
import il.moked.channel.jms.email.OutgoingFile;
import il.moked.channel.jms.email.OutgoingMail;
import il.moked.channel.jms.email.ThreadToken;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Faxes leave as a PDF in a mail to the fax gateway, which dials (ITU-T T.37, off-ramp). What it reports by mail comes back under the mail's id. */
@ApplicationScoped
public class FaxGateway implements ChannelGateway {
    /** Setting: the organisation's own fax number, printed beside its name. */
    public static final String OWN_NUMBER = "number";
    private static final int LONGEST_NAME = 200;

    @Inject
    MailGateway mail;
    @Inject
    Interactions interactions;
    @Inject
    InstallationSecrets secrets;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;
    /** Pages of a fax that leaves, at most. */
    @Inject
    @ConfigProperty(name = "moked.fax.most-pages", defaultValue = "50")
    int mostPages;
    /** Megabytes of a fax that leaves, at most; gateways take mails of 10 to 25. */
    @Inject
    @ConfigProperty(name = "moked.fax.largest-mb", defaultValue = "10")
    int largest;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.FAX);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        if (!FaxNumber.hasGateway(outgoing.settings())) {
            return new Dispatch.Away(Cause.SETTINGS, FaxNumber.DOMAIN);
        }
        String address = FaxNumber.address(outgoing.recipient(), outgoing.settings());
        Instant now = clock.instant();
        String reference = interactions.get(outgoing.interactionId()).reference();
        byte[] pdf = LetterPrinting.pdf(letter(outgoing, reference, LocalDate.ofInstant(now, zone)), mostPages);
        if (pdf.length > largest * 1024L * 1024) {
            throw new IllegalArgumentException("larger than " + largest + " MB");
        }
        Dispatch dispatch = mail.send(new OutgoingMail(outgoing.fromAddress(), ShownText.line(outgoing.fromName(), LONGEST_NAME), null, address, "", PaperWords.text("fax.mail", outgoing.language()) + " " + reference,
                PaperWords.text("fax.mail.text", outgoing.language()), outgoing.externalId(), null, List.of(), List.of(new OutgoingFile("fax-" + reference + ".pdf", "application/pdf", pdf)), outgoing.automatic(), now));
        return dispatch instanceof Dispatch.Accepted ? new Dispatch.Accepted(List.of(outgoing.externalId())) : dispatch;
    }

    private static PrintedLetter letter(Outgoing outgoing, String reference, LocalDate date) {
        String own = outgoing.settings().getOrDefault(OWN_NUMBER, "");
        String to = PhoneNumber.parse(outgoing.recipient()).map(PhoneNumber::display).orElse(outgoing.recipient());
        return new PrintedLetter(own.isBlank() ? outgoing.fromName() : outgoing.fromName() + " · " + own, List.of(to), reference, date, "", outgoing.text(), outgoing.language(), outgoing.files());
    }

    @Override
    public Optional<String> name(long interactionId, String fromAddress) {
        return Optional.of(MailComposing.messageId(new ThreadToken(secrets.threadKey()), interactionId, fromAddress));
    }
}
