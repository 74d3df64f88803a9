// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.channel.Channel;
import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.shared.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letters leave as PDF in the folder of the print service. A file has its last name only when all of it is on the disk. */
@ApplicationScoped
public class LetterGateway implements ChannelGateway {
    /** Between the lines of a postal address that is kept in one line. */
    public static final String LINES = ", ";

    @Inject
    PaperFolders folders;
    @Inject
    Interactions interactions;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;
    /** Pages of a letter that leaves, at most. */
    @Inject
    @ConfigProperty(name = "moked.post.most-pages", defaultValue = "100")
    int mostPages;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.POST);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        Optional<Path> named = folders.letters(outgoing.settings());
        if (named.isEmpty()) {
            return new Dispatch.Away(Cause.SETTINGS, PaperFolders.LETTERS);
        }
        if (EmailAddress.parse(outgoing.recipient()).isPresent()) {
            throw new IllegalArgumentException("no postal address is known");
        }
        String reference = interactions.get(outgoing.interactionId()).reference();
        List<String> recipient = Arrays.asList(outgoing.recipient().split(LINES));
        byte[] pdf = LetterPrinting.pdf(new PrintedLetter(outgoing.fromName(), recipient, reference, LocalDate.ofInstant(clock.instant(), zone), outgoing.subject(), outgoing.text(), outgoing.language(), outgoing.files()), mostPages);
        try {
            // the same name at every attempt: a letter that was written before its outcome was stored is written over, not twice
            put(pdf, named.get(), reference + "-" + outgoing.outboundId() + ".pdf");
            return new Dispatch.Accepted();
        } catch (IOException full) {
            return new Dispatch.Away(Cause.FOLDER, full.getClass().getSimpleName());
        }
    }

    static void put(byte[] content, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("." + name + ".part");
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining();) {
                file.write(rest);
            }
            file.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
