// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.ejb.Reception.Thing;
import il.moked.shared.BusinessException;
import il.moked.shared.OneJson;
import il.moked.shared.portal.PortalLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Contacts that came while the inside was away: one file each, on the disk of this node before the visitor is told that we have it.
 * The name of the file is the id of the contact, so that the same one sent twice is kept once. {@link SpoolSweep} takes them in when
 * the inside is back. Nobody but the server may read the folder, which no web root holds.
 */
@ApplicationScoped
public class ContactSpool {
    private static final int MOST = 5_000;
    private static final long LARGEST = 2L * 1024 * 1024 * 1024;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,80}");
    private static final String KEPT = ".contact";
    private static final String REFUSED = ".refused";
    private static final String BEGUN = ".part";

    /** Folder of this node for contacts that come while the database is away. */
    @Inject
    @ConfigProperty(name = "moked.portal.spool")
    Optional<String> configured;
    @Inject
    @ConfigProperty(name = "jboss.server.data.dir", defaultValue = "data")
    String data;
    @Inject
    Clock clock;

    /** @param at when it came */
    public record Kept(Thing thing, Instant at) {
    }

    private Path folder() {
        return configured.map(Path::of).orElseGet(() -> Path.of(data, "moked-contacts"));
    }

    /**
     * When it returns, the contact outlives the fall of this server.
     *
     * @return false when this very contact is kept already
     * @throws BusinessException {@code channel.spool-full}
     */
    public boolean keep(Thing thing) {
        Path file = file(thing.externalId(), KEPT);
        if (Files.exists(file)) {
            return false;
        }
        try {
            Path folder = made();
            refuseUnlessRoom(folder, thing.raw().length);
            Path begun = Files.createTempFile(folder, thing.externalId(), BEGUN, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(begun, thing);
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                entry.force(true);
            }
            PortalLog.LOG.contactSpooled(thing.externalId());
            return true;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path made() throws IOException {
        return Files.createDirectories(folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void refuseUnlessRoom(Path folder, long more) throws IOException {
        long files = 0;
        long bytes = more;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                files++;
                bytes += size(one);
            }
        }
        if (files >= MOST || bytes > LARGEST) {
            throw new BusinessException("channel.spool-full");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException takenMeanwhile) {
            return 0;
        }
    }

    private void write(Path file, Thing thing) throws IOException {
        byte[] bytes = OneJson.PROVIDER.createObjectBuilder().add("account", thing.account()).add("id", thing.externalId()).add("sender", thing.sender()).add("at", clock.instant().toString()).add("raw", Base64.getEncoder().encodeToString(thing.raw()))
                .build().toString().getBytes(StandardCharsets.UTF_8);
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            while (all.hasRemaining()) {
                content.write(all);
            }
            content.force(true);
        }
    }

    public boolean holds(String externalId) {
        return ID.matcher(externalId).matches() && Files.exists(folder().resolve(externalId + KEPT));
    }

    /** All ids, those that came first first. */
    List<String> waiting() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder())) {
            List<Path> kept = new ArrayList<>(all.filter(file -> file.getFileName().toString().endsWith(KEPT)).toList());
            kept.sort(Comparator.comparingLong(ContactSpool::writtenAt));
            return kept.stream().map(file -> file.getFileName().toString()).map(name -> name.substring(0, name.length() - KEPT.length())).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException takenMeanwhile) {
            return Long.MAX_VALUE;
        }
    }

    /** @return empty when it cannot be read: then it is put aside for a person */
    Optional<Kept> read(String externalId) {
        Path file = file(externalId, KEPT);
        try (JsonReader reader = OneJson.PROVIDER.createReader(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            JsonObject json = reader.readObject();
            return Optional.of(new Kept(new Thing(json.getString("account"), json.getString("id"), json.getString("sender"), Base64.getDecoder().decode(json.getString("raw"))), Instant.parse(json.getString("at"))));
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException damaged) {
            putAside(externalId);
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The inside has it. */
    void taken(String externalId) {
        try {
            Files.deleteIfExists(file(externalId, KEPT));
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    /** The inside does not want it: a person must look. */
    void putAside(String externalId) {
        try {
            Files.move(file(externalId, KEPT), file(externalId, REFUSED), StandardCopyOption.REPLACE_EXISTING);
            PortalLog.LOG.contactPutAside(externalId);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private Path file(String externalId, String ending) {
        if (!ID.matcher(externalId).matches()) {
            throw new IllegalArgumentException("Not the id of a contact: " + externalId);
        }
        return folder().resolve(externalId + ending);
    }
}
