// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.channel.ejb.Reception;
import il.moked.shared.jms.DatabaseOutage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder in which a scanner or a scanning service puts letters. A file is taken when it is complete: nothing of it
 * changed between two looks, or a file {@code <name>.done} lies beside it. It is moved to {@code taken} only after the
 * door has committed it; whatever breaks in between, it is handed in again and the door knows it by its content. What
 * cannot be taken is moved to {@code refused} with the reason beside it and holds up nothing.
 */
final class ScanFolder {
    static final String TAKEN = "taken";
    static final String REFUSED = "refused";
    private static final String DONE = ".done";
    private static final String REASON = ".reason.txt";
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "temp", "filepart", "crdownload");
    private static final Set<String> SIDECARS = Set.of("json", "xml");
    private static final long LARGEST_SIDECAR = 64 * 1024;
    private static final int HASH_BYTES = 16;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);

    /** Where letters are handed in. @see Reception#receive */
    interface Door {
        boolean receive(String account, String externalId, String sender, byte[] raw);
    }

    /**
     * @param markerOnly a file is complete only when its marker is there @param delete what was taken is deleted instead of being moved
     * @param largest bytes @param quiet how long a file must not have changed @param mostAtOnce letters taken in one look
     * @param language of the reasons written beside refused files
     */
    record Rules(boolean markerOnly, boolean delete, long largest, Duration quiet, int mostAtOnce, String language) {
    }

    private record Trouble(int attempts, Instant nextAt) {
    }

    private record Seen(long size, Instant changedAt, Instant since) {
    }

    private final String account;
    private final Path folder;
    private final Rules rules;
    private final Door door;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Trouble> troubles = new HashMap<>();

    ScanFolder(String account, Path folder, Rules rules, Door door, Clock clock) {
        this.account = account;
        this.folder = folder;
        this.rules = rules;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Takes what is complete, oldest first.
     *
     * @return letters that are stored now and were moved
     * @throws IOException of the folder itself @throws RuntimeException when the database is away; what was not taken is still there
     */
    int look() throws IOException {
        Files.createDirectories(folder);
        Map<String, BasicFileAttributes> files = files();
        seen.keySet().retainAll(files.keySet());
        files.forEach(this::notice);
        troubles.keySet().retainAll(files.keySet());
        List<String> letters = files.keySet().stream().filter(name -> !beside(name, files.keySet())).filter(name -> complete(name, files)).filter(this::due)
                .sorted(Comparator.comparing((String name) -> files.get(name).lastModifiedTime()).thenComparing(Comparator.naturalOrder())).limit(rules.mostAtOnce()).toList();
        int taken = 0;
        for (String letter : letters) {
            taken += tried(letter, files) ? 1 : 0;
        }
        return taken;
    }

    private boolean due(String name) {
        Trouble trouble = troubles.get(name);
        return trouble == null || !trouble.nextAt().isAfter(clock.instant());
    }

    /** One that cannot be read or moved, or that the door does not want, holds up no other; it is looked at again with growing pauses. */
    private boolean tried(String name, Map<String, BasicFileAttributes> files) {
        try {
            boolean taken = take(name, files);
            troubles.remove(name);
            return taken;
        } catch (IOException | RuntimeException failure) {
            if (DatabaseOutage.caused(failure)) {
                throw failure instanceof RuntimeException outage ? outage : new IllegalStateException(failure);
            }
            int attempts = troubles.containsKey(name) ? troubles.get(name).attempts() + 1 : 1;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 5));
            troubles.put(name, new Trouble(attempts, clock.instant().plus(pause)));
            PaperLog.LOG.letterNotTaken(account, pause.toSeconds(), failure.getClass().getSimpleName());
            return false;
        }
    }

    private Map<String, BasicFileAttributes> files() throws IOException {
        Map<String, BasicFileAttributes> files = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                try {
                    // a link may lead anywhere on this machine
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isRegularFile() && !name.startsWith(".") && !UNFINISHED.contains(ending(name))) {
                        files.put(name, attributes);
                    }
                } catch (IOException justTaken) {
                    // somebody moved it between the listing and the look
                }
            }
        }
        return files;
    }

    private void notice(String name, BasicFileAttributes file) {
        Seen before = seen.get(name);
        if (before == null || before.size() != file.size() || !before.changedAt().equals(file.lastModifiedTime().toInstant())) {
            seen.put(name, new Seen(file.size(), file.lastModifiedTime().toInstant(), clock.instant()));
        }
    }

    /** Whether it is not a letter but belongs to one: a marker, or the sender's details. Such a file that lies alone waits for its letter. */
    private static boolean beside(String name, Set<String> all) {
        return name.endsWith(DONE) || SIDECARS.contains(ending(name));
    }

    private boolean complete(String name, Map<String, BasicFileAttributes> files) {
        if (files.containsKey(name + DONE) || files.containsKey(stem(name) + DONE)) {
            return true;
        }
        return !rules.markerOnly() && quiet(name) && sidecar(name, files.keySet()).map(this::quiet).orElse(true);
    }

    private boolean quiet(String name) {
        Seen last = seen.get(name);
        return last != null && !last.since().plus(rules.quiet()).isAfter(clock.instant());
    }

    private static Optional<String> sidecar(String name, Set<String> all) {
        return SIDECARS.stream().sorted().flatMap(kind -> java.util.stream.Stream.of(stem(name) + '.' + kind, name + '.' + kind)).filter(all::contains).findFirst();
    }

    private boolean take(String name, Map<String, BasicFileAttributes> files) throws IOException {
        Optional<String> sidecar = sidecar(name, files.keySet());
        long size = files.get(name).size();
        if (size == 0) {
            return refuse(name, sidecar, PaperWords.text("refused.empty", rules.language()));
        }
        if (size > rules.largest()) {
            return refuse(name, sidecar, PaperWords.text("refused.large", rules.language(), rules.largest() / 1024 / 1024));
        }
        if (sidecar.isPresent() && files.get(sidecar.get()).size() > LARGEST_SIDECAR) {
            return refuse(name, sidecar, PaperWords.text("refused.sidecar", rules.language(), LARGEST_SIDECAR / 1024));
        }
        byte[] content = read(name, rules.largest());
        byte[] details = sidecar.isPresent() ? read(sidecar.get(), LARGEST_SIDECAR) : null;
        if (content.length != size) {
            return false; // it still grows: looked at again
        }
        if (PaperKind.of(content).isEmpty()) {
            return refuse(name, sidecar, PaperWords.text("refused.kind", rules.language()));
        }
        if (!ReceivedPages.readable(content)) {
            return refuse(name, sidecar, PaperWords.text("refused.unreadable", rules.language()));
        }
        String id = hash(content) + '/' + name;
        door.receive(account, id, id, new ScannedLetter(name, content, sidecar.orElse(null), details).bytes());
        return settle(name, sidecar);
    }

    private byte[] read(String name, long most) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 16));
        }
    }

    /** The letter last: as long as it is there all of it is handed in again. */
    private boolean settle(String name, Optional<String> sidecar) {
        try {
            for (String file : together(name, sidecar)) {
                if (rules.delete() || file.endsWith(DONE)) {
                    Files.deleteIfExists(folder.resolve(file));
                } else {
                    move(file, TAKEN);
                }
            }
            return true;
        } catch (IOException kept) {
            PaperLog.LOG.notMoved(account, kept.getClass().getSimpleName());
            seen.remove(name);
            return false;
        }
    }

    private List<String> together(String name, Optional<String> sidecar) {
        List<String> files = new ArrayList<>();
        sidecar.ifPresent(files::add);
        for (String marker : new TreeSet<>(Set.of(name + DONE, stem(name) + DONE))) {
            if (Files.exists(folder.resolve(marker))) {
                files.add(marker);
            }
        }
        files.add(name);
        return files;
    }

    private boolean refuse(String name, Optional<String> sidecar, String reason) throws IOException {
        Path refused = Files.createDirectories(folder.resolve(REFUSED));
        Files.writeString(free(refused, name + REASON), reason + System.lineSeparator(), StandardCharsets.UTF_8);
        for (String file : together(name, sidecar)) {
            if (file.endsWith(DONE)) {
                Files.deleteIfExists(folder.resolve(file));
            } else {
                move(file, REFUSED);
            }
        }
        PaperLog.LOG.refused(account, reason);
        return false;
    }

    private void move(String name, String into) throws IOException {
        Path target = Files.createDirectories(folder.resolve(into));
        Files.move(folder.resolve(name), free(target, name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Two letters may have one name; none is written over. */
    private static Path free(Path folder, String name) {
        Path free = folder.resolve(name);
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = folder.resolve(number + "-" + name);
        }
        return free;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
