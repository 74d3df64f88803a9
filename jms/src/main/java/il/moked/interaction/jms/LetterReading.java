// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.jms.paper.LetterSidecar;
import il.moked.channel.jms.paper.PaperWords;
import il.moked.channel.jms.paper.ReceivedPages;
import il.moked.channel.jms.paper.ScannedLetter;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message.Notice;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import il.moked.interaction.ejb.IncomingMessage.Thread;
import il.moked.shared.NationalId;
import il.moked.shared.ShownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From a scanned letter and what lay beside it to what intake takes. A letter of which nobody knows who wrote it is a contact all the same. */
@ApplicationScoped
public class LetterReading implements ChannelReading {
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 200;

    @Inject
    ChannelAccounts accounts;
    @Inject
    Interactions interactions;
    @Inject
    @ConfigProperty(name = "moked.paper.most-pages-in", defaultValue = "200")
    int mostPages;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.POST);
    }

    @Override
    public Incoming read(InboundMessage inbound) {
        String language = accounts.get(inbound.accountId()).language();
        ScannedLetter letter = ScannedLetter.read(inbound.raw());
        Optional<LetterSidecar> details = letter.sidecarName() == null ? Optional.of(LetterSidecar.none()) : LetterSidecar.read(letter.sidecar());
        LetterSidecar sidecar = details.orElseGet(LetterSidecar::none);
        ReceivedPages pages = ReceivedPages.of(letter.fileName(), letter.content(), mostPages);
        List<IncomingFile> files = new ArrayList<>(pages.files());
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        notices.addAll(pages.notices());
        if (details.isEmpty()) {
            notices.add(Notice.BROKEN_STRUCTURE);
            files.add(new IncomingFile(letter.sidecarName(), "text/plain", null, false, letter.sidecar()));
        }
        Optional<Interaction> earlier = Optional.ofNullable(sidecar.reference()).map(Reference::normal).flatMap(interactions::findByReference);
        Sender sender = sender(sidecar, earlier);
        if (sender.name() == null && sender.nationalId() == null) {
            notices.add(Notice.NO_SENDER);
        }
        String subject = sidecar.name() == null ? PaperWords.text("letter.subject.unknown", language) : PaperWords.text("letter.subject", language, ShownText.line(sidecar.name(), LONGEST_NAME));
        String text = pages.pages() == 0 ? PaperWords.text("letter.unreadable", language) : PaperWords.text("letter.text", language, pages.pages());
        String envelope = sidecar.envelope().or(() -> earlier.flatMap(Interaction::replyAddress)).map(address -> ShownText.line(address, LONGEST_ADDRESS)).orElse(null);
        Thread thread = new Thread(earlier.map(Interaction::id).orElse(null), List.of(), null, envelope);
        return new IncomingMessage(inbound.id(), null, sender, subject, text, null, null, inbound.externalId(), thread, false, null, notices, files, language, inbound.receivedAt());
    }

    /** Who sends our own letter back with its barcode and says nothing of himself is taken for whom it was sent to. */
    private static Sender sender(LetterSidecar sidecar, Optional<Interaction> earlier) {
        String name = sidecar.name() == null ? null : ShownText.line(sidecar.name(), LONGEST_NAME);
        boolean silent = sidecar.nationalId() == null && sidecar.email() == null && sidecar.phone() == null;
        String nationalId = silent ? earlier.flatMap(known -> known.customer().current().nationalId()).map(NationalId::digits).orElse(null) : sidecar.nationalId();
        return new Sender(name, sidecar.email(), sidecar.phone(), nationalId);
    }
}
