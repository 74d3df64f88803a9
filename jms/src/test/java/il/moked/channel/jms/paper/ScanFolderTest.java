// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanFolderTest {
    private static final long LARGEST = 100_000;

    @TempDir
    Path folder;

    private final Map<String, byte[]> inbox = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private boolean doorFails;
    private String unwanted;
    private int repeats;
    private byte[] letter;

    @BeforeEach
    void aLetter() throws IOException {
        letter = Paper.tiff("CCITT T.6", Paper.faxPage(2200));
    }

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private ScanFolder scanner(boolean markerOnly, boolean delete) {
        return new ScanFolder("post", folder, new ScanFolder.Rules(markerOnly, delete, LARGEST, Duration.ofSeconds(4), 20, "en"), this::receive, clock);
    }

    private boolean receive(String account, String externalId, String sender, byte[] raw) {
        if (unwanted != null && externalId.endsWith(unwanted)) {
            throw new BusinessException("channel.too-large", 30);
        }
        if (doorFails) {
            throw new IllegalStateException("database away", new SQLException("gone", "08006"));
        }
        boolean fresh = inbox.put(externalId, raw) == null;
        repeats += fresh ? 0 : 1;
        return fresh;
    }

    private void later() {
        now = now.plusSeconds(5);
    }

    private int lookTwice(ScanFolder scanner) throws IOException {
        int first = scanner.look();
        later();
        return first + scanner.look();
    }

    private List<String> in(String sub) throws IOException {
        if (!Files.exists(folder.resolve(sub))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileIsTakenWhenNothingOfItChangedBetweenTwoLooks() throws IOException {
        ScanFolder scanner = scanner(false, false);
        Files.write(folder.resolve("one.tif"), java.util.Arrays.copyOf(letter, 50));
        assertThat(scanner.look()).isZero();
        later();
        Files.write(folder.resolve("one.tif"), letter);
        assertThat(scanner.look()).as("it grew").isZero();
        assertThat(scanner.look()).as("too soon").isZero();
        later();
        assertThat(scanner.look()).isEqualTo(1);
        assertThat(in(".")).isEmpty();
        assertThat(in(ScanFolder.TAKEN)).containsExactly("one.tif");
        ScannedLetter stored = ScannedLetter.read(inbox.values().iterator().next());
        assertThat(stored.fileName()).isEqualTo("one.tif");
        assertThat(stored.content()).isEqualTo(letter);
    }

    @Test
    void aMarkerSaysAtOnceThatAFileIsComplete() throws IOException {
        ScanFolder scanner = scanner(true, false);
        Files.write(folder.resolve("one.tif"), letter);
        assertThat(lookTwice(scanner)).as("no marker").isZero();
        Files.createFile(folder.resolve("one.tif.done"));
        assertThat(scanner.look()).isEqualTo(1);
        assertThat(in(".")).isEmpty();
    }

    @Test
    void nothingIsLostOrDoubledWhenTheProcessDiesBetweenStoringAndMoving() throws IOException {
        ScanFolder scanner = scanner(false, false);
        Files.write(folder.resolve("one.tif"), letter);
        lookTwice(scanner);
        Files.move(folder.resolve(ScanFolder.TAKEN).resolve("one.tif"), folder.resolve("one.tif"));
        assertThat(lookTwice(scanner(false, false))).isEqualTo(1);
        assertThat(repeats).isEqualTo(1);
        assertThat(inbox).hasSize(1);
        assertThat(in(ScanFolder.TAKEN)).containsExactly("one.tif");
    }

    @Test
    void aLetterTheDoorDoesNotTakeStaysWhereItIs() throws IOException {
        ScanFolder scanner = scanner(false, false);
        Files.write(folder.resolve("one.tif"), letter);
        scanner.look();
        later();
        doorFails = true;
        assertThatThrownBy(scanner::look).hasMessageContaining("database away");
        assertThat(in(".")).containsExactly("one.tif");
        doorFails = false;
        assertThat(scanner.look()).isEqualTo(1);
    }

    @Test
    void aLetterThatCannotBeTakenHoldsUpNoOther() throws IOException {
        ScanFolder scanner = scanner(false, false);
        Files.write(folder.resolve("first.tif"), letter);
        Files.setLastModifiedTime(folder.resolve("first.tif"), java.nio.file.attribute.FileTime.from(now.minusSeconds(100)));
        Files.write(folder.resolve("second.tif"), letter);
        unwanted = "first.tif";
        assertThat(lookTwice(scanner)).as("the other").isEqualTo(1);
        assertThat(in(ScanFolder.TAKEN)).containsExactly("second.tif");
        unwanted = null;
        assertThat(scanner.look()).as("not at once").isZero();
        now = now.plusSeconds(20);
        assertThat(scanner.look()).isEqualTo(1);
    }

    @Test
    void theSendersDetailsGoAlong() throws IOException {
        Files.write(folder.resolve("one.tif"), letter);
        Files.writeString(folder.resolve("one.json"), "{\"name\":\"דנה כהן\",\"address\":\"הרצל 5\\nתל אביב\"}");
        assertThat(lookTwice(scanner(false, false))).isEqualTo(1);
        ScannedLetter stored = ScannedLetter.read(inbox.values().iterator().next());
        assertThat(LetterSidecar.read(stored.sidecar()).orElseThrow().envelope()).contains("דנה כהן, הרצל 5, תל אביב");
        assertThat(in(ScanFolder.TAKEN)).containsExactly("one.json", "one.tif");
    }

    @Test
    void twoLettersOfOneNameAreTwo() throws IOException {
        ScanFolder scanner = scanner(false, false);
        Files.write(folder.resolve("scan.tif"), letter);
        lookTwice(scanner);
        Files.write(folder.resolve("scan.tif"), Paper.tiff("CCITT T.6", Paper.faxPage(1100)));
        lookTwice(scanner);
        assertThat(inbox).hasSize(2);
        assertThat(in(ScanFolder.TAKEN)).containsExactly("2-scan.tif", "scan.tif");
    }

    @Test
    void whatCannotBeTakenIsPutAsideWithTheReasonAndHoldsUpNothing() throws IOException {
        Files.write(folder.resolve("a-empty.pdf"), new byte[0]);
        Files.write(folder.resolve("b-broken.pdf"), "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("c-large.tif"), new byte[(int) LARGEST + 1]);
        Files.write(folder.resolve("d-program.pdf"), "MZ program".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("e-good.tif"), letter);
        assertThat(lookTwice(scanner(false, false))).isEqualTo(1);
        assertThat(in(ScanFolder.REFUSED)).containsExactly("a-empty.pdf", "a-empty.pdf.reason.txt", "b-broken.pdf", "b-broken.pdf.reason.txt", "c-large.tif", "c-large.tif.reason.txt", "d-program.pdf", "d-program.pdf.reason.txt");
        assertThat(folder.resolve(ScanFolder.REFUSED).resolve("a-empty.pdf.reason.txt")).hasContent("The file is empty.");
        assertThat(in(ScanFolder.TAKEN)).containsExactly("e-good.tif");
    }

    @Test
    void unfinishedFilesLinksAndHiddenFilesAreLeftAlone(@TempDir Path elsewhere) throws IOException {
        Files.write(folder.resolve("one.tif.part"), letter);
        Files.write(folder.resolve(".two.tif"), letter);
        Files.write(elsewhere.resolve("secret.tif"), letter);
        Files.createSymbolicLink(folder.resolve("three.tif"), elsewhere.resolve("secret.tif"));
        assertThat(lookTwice(scanner(false, false))).isZero();
        assertThat(inbox).isEmpty();
    }

    @Test
    void takenFilesAreDeletedWhereThatIsWanted() throws IOException {
        Files.write(folder.resolve("one.tif"), letter);
        assertThat(lookTwice(scanner(false, true))).isEqualTo(1);
        assertThat(in(".")).isEmpty();
        assertThat(in(ScanFolder.TAKEN)).isEmpty();
    }

    @Test
    void detailsAreReadFromXmlWithoutItsTricks() {
        assertThat(LetterSidecar.read("<letter><name>Dana</name><nationalId>123456782</nationalId><reference>ABCDE01234</reference></letter>".getBytes(StandardCharsets.UTF_8)).orElseThrow())
                .isEqualTo(new LetterSidecar("Dana", null, "123456782", null, null, null, "ABCDE01234"));
        assertThat(LetterSidecar.read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><letter><name>&e;</name></letter>".getBytes(StandardCharsets.UTF_8)).map(LetterSidecar::name)).isNotPresent();
        assertThat(LetterSidecar.read("neither".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aLetterThatLeavesHasItsNameOnlyWhenItIsWhole() throws IOException {
        LetterGateway.put(letter, folder.resolve("out"), "A-1.pdf");
        LetterGateway.put(letter, folder.resolve("out"), "A-1.pdf");
        assertThat(in("out")).containsExactly("A-1.pdf");
        assertThat(folder.resolve("out/A-1.pdf")).hasBinaryContent(letter);
    }
}
