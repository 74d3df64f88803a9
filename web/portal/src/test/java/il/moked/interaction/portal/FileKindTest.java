// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    private static final String OLE = "d0cf11e0a1b11ae1";

    @ParameterizedTest
    @CsvSource({"255044462d312e37, PDF", "89504e470d0a1a0a00, PNG", "ffd8ffe000104a464946, JPEG", "474946383961, GIF", "474946383761, GIF", "524946460000000057454250, WEBP", "0000001866747970686569630000, HEIC",
            "00000018667479706d6966310000, HEIC"})
    void picturesAndPapersAreKnownByTheirFirstBytesWhateverTheirName(String hex, FileKind kind) {
        assertThat(FileKind.of("anything.exe", HexFormat.of().parseHex(hex))).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"4d5a9000, program.pdf", "7f454c46, picture.png", "504b0304, archive.docx", "524946460000000041564920, film.webp", "0000001866747970617669660000, picture.heic", "3c68746d6c3e, page.html", "3c7376673e, picture.svg", "23212f62696e, run.sh"})
    void otherThingsAreNotTakenWhateverTheirName(String hex, String name) {
        assertThat(FileKind.of(name, HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    void textIsTextOnlyByThatNameAndWithoutControls() {
        byte[] hebrew = "שלום\r\n\tעולם".getBytes(StandardCharsets.UTF_8);
        assertThat(FileKind.of("a.txt", hebrew)).contains(FileKind.TEXT);
        assertThat(FileKind.of("a.TXT", "שלום".getBytes(java.nio.charset.Charset.forName("windows-1255")))).contains(FileKind.TEXT);
        assertThat(FileKind.of("a.txt", "\uFEFFשלום".getBytes(StandardCharsets.UTF_16BE))).contains(FileKind.TEXT);
        assertThat(FileKind.of("a.csv", hebrew)).isEmpty();
        assertThat(FileKind.of("a.txt", new byte[] {'a', 0, 'b'})).isEmpty();
    }

    @Test
    void oldOfficeFilesAreToldByNameAndContentTogether() {
        byte[] document = ole("WordDocument");
        byte[] workbook = ole("Workbook");
        assertThat(FileKind.of("a.doc", document)).contains(FileKind.DOC);
        assertThat(FileKind.of("a.xls", workbook)).contains(FileKind.XLS);
        assertThat(FileKind.of("a.xls", document)).isEmpty();
        assertThat(FileKind.of("a.msi", workbook)).isEmpty();
    }

    @Test
    void newOfficeFilesAreKnownByTheirPartsAndMacrosAreRefused() throws IOException {
        assertThat(FileKind.of("a.zip", zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
        assertThat(FileKind.of("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(FileKind.of("a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))).isEmpty();
        assertThat(FileKind.of("a.docx", zip("readme.txt"))).isEmpty();
    }

    @Test
    void aNameThatSaysSomethingElseGetsTheRightEnding() {
        assertThat(FileKind.PNG.fitting("page.html")).isEqualTo("page.html.png");
        assertThat(FileKind.JPEG.fitting("photo.JPG")).isEqualTo("photo.JPG");
    }

    @Test
    void tooManyAreRefusedAndNoneIsKept() {
        ChosenFiles files = ChosenFiles.of(java.util.Collections.nCopies(ChosenFiles.MOST + 1, text("a.txt")));
        assertThat(files.problem()).isEqualTo("many");
        assertThat(files.files()).isEmpty();
    }

    @Test
    void togetherTheyMayNotBeTooLarge() {
        byte[] half = new byte[(int) (ChosenFiles.LARGEST / 2)];
        java.util.Arrays.fill(half, (byte) 'a');
        ChosenFiles.Sent sent = new ChosenFiles.Sent("a.txt", half);
        assertThat(ChosenFiles.of(List.of(sent, sent)).problem()).isNull();
        assertThat(ChosenFiles.of(List.of(sent, sent, text("b.txt"))).problem()).isEqualTo("large");
    }

    @Test
    void theFileThatIsWrongIsNamed() {
        assertThat(ChosenFiles.of(List.of(text("a.txt"), new ChosenFiles.Sent("C:\\temp\\<b>.exe", new byte[] {'M', 'Z', 0})))).isEqualTo(ChosenFiles.refused("kind", "_b_.exe"));
        assertThat(ChosenFiles.of(List.of(new ChosenFiles.Sent("empty.pdf", new byte[0])))).isEqualTo(ChosenFiles.refused("empty", "empty.pdf"));
    }

    @Test
    void namesAreMadeHarmlessAndKeepTheirEnding() {
        assertThat(ChosenFiles.bare("../../etc/passwd")).isEqualTo("passwd");
        assertThat(ChosenFiles.bare("...")).isEqualTo("file");
        assertThat(ChosenFiles.bare(null)).isEqualTo("file");
        assertThat(ChosenFiles.bare("דוח \u202Efdp.exe")).isEqualTo("דוח ⟦U+202E⟧fdp.exe");
        assertThat(ChosenFiles.bare("א".repeat(300) + ".pdf")).hasSizeLessThanOrEqualTo(120).endsWith(".pdf");
    }

    @Test
    void whatIsTakenCarriesItsRealType() {
        ChosenFiles files = ChosenFiles.of(List.of(new ChosenFiles.Sent("x.html", HexFormat.of().parseHex("89504e470d0a1a0a"))));
        assertThat(files.files()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("x.html.png");
            assertThat(file.contentType()).isEqualTo("image/png");
        });
    }

    private static ChosenFiles.Sent text(String name) {
        return new ChosenFiles.Sent(name, "שלום".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ole(String stream) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(OLE));
        bytes.writeBytes(new byte[64]);
        bytes.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }
}
