// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.SentPart.Standing;
import il.moked.channel.jms.email.DeliveryReport.Action;
import il.moked.channel.jms.email.HeaderLines;
import il.moked.channel.jms.email.MailAttachment;
import il.moked.channel.jms.email.MailNature;
import il.moked.channel.jms.email.MailParser;
import il.moked.channel.jms.email.ParsedMail;
import il.moked.channel.jms.paper.FaxNumber;
import il.moked.channel.jms.paper.PaperKind;
import il.moked.channel.jms.paper.PaperWords;
import il.moked.channel.jms.paper.ReceivedPages;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Message.Notice;
import il.moked.interaction.ejb.DeliveryReport;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import il.moked.interaction.ejb.IncomingMessage.Thread;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From the mail of a fax gateway (ITU-T T.37, on-ramp) to what intake takes: pages as PDF, the sender by his number. What
 * the gateway reports of our own faxes is a delivery report, what else its machine writes stays in the inbox.
 */
@ApplicationScoped
public class FaxReading implements ChannelReading {
    @Inject
    ChannelAccounts accounts;
    /** Pages of a received fax or letter that are made readable; the file is kept whole. */
    @Inject
    @ConfigProperty(name = "moked.paper.most-pages-in", defaultValue = "200")
    int mostPages;

    private final MailParser parser = new MailParser();

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.FAX);
    }

    @Override
    public Incoming read(InboundMessage inbound) {
        ChannelAccount account = accounts.get(inbound.accountId());
        ParsedMail mail = parser.parse(inbound.raw());
        if (mail.nature() == MailNature.BOUNCE) {
            return report(inbound, mail);
        }
        List<MailAttachment> faxes = mail.attachments().stream().filter(file -> isPages(file)).toList();
        if (faxes.isEmpty() && !mail.nature().mayBeAnsweredAutomatically()) {
            return new Incoming.Ignored("a machine wrote and sent no fax");
        }
        return fax(inbound, account, mail, faxes);
    }

    /** A damaged page still says by name or type what it was to be. */
    private static boolean isPages(MailAttachment file) {
        Optional<PaperKind> kind = PaperKind.of(file.bytes());
        boolean claims = file.contentType().equals("image/tiff") || file.contentType().equals("application/pdf") || file.fileName().matches("(?i).*\\.(tiff?|pdf)");
        return kind.filter(known -> known == PaperKind.PDF || known == PaperKind.TIFF).isPresent() || claims;
    }

    private static Incoming report(InboundMessage inbound, ParsedMail mail) {
        il.moked.channel.jms.email.DeliveryReport report = mail.deliveryReport();
        if (report == null || report.originalMessageId() == null || report.action() != Action.FAILED && report.action() != Action.DELIVERED) {
            return new Incoming.Ignored("a report that tells no end of a fax");
        }
        String why = Stream.of(report.status(), report.diagnostic()).filter(java.util.Objects::nonNull).reduce((status, words) -> status + ' ' + words).orElse(null);
        return new DeliveryReport(report.originalMessageId(), report.action() == Action.FAILED ? Standing.FAILED : Standing.DELIVERED, why, inbound.receivedAt());
    }

    private IncomingMessage fax(InboundMessage inbound, ChannelAccount account, ParsedMail mail, List<MailAttachment> faxes) {
        String language = account.language();
        Optional<PhoneNumber> number = FaxNumber.sender(HeaderLines.of(inbound.raw()), account.settings());
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        List<IncomingFile> files = new ArrayList<>();
        int pages = 0;
        for (MailAttachment fax : faxes) {
            ReceivedPages read = ReceivedPages.of(fax.fileName(), fax.bytes(), mostPages);
            pages += read.pages();
            files.addAll(read.files());
            notices.addAll(read.notices());
        }
        mail.attachments().stream().filter(file -> !faxes.contains(file)).forEach(file -> files.add(new IncomingFile(file.fileName(), file.contentType(), file.contentId(), file.inline(), file.bytes())));
        if (number.isEmpty()) {
            notices.add(Notice.NO_SENDER);
        }
        String text = faxes.isEmpty() ? mail.newText() : pages == 0 ? PaperWords.text("fax.unreadable", language) : PaperWords.text("fax.text", language, pages);
        String subject = number.map(known -> PaperWords.text("fax.subject", language, known.display())).orElseGet(() -> PaperWords.text("fax.subject.unknown", language));
        Thread thread = number.map(known -> Thread.with(known.value())).orElseGet(Thread::none);
        return new IncomingMessage(inbound.id(), null, new Sender(null, null, number.map(PhoneNumber::value).orElse(null), null), subject, text, null, null, mail.messageId(), thread, number.isEmpty(), null, notices, files, language, inbound.receivedAt());
    }
}
