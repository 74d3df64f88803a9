// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.shared.ejb.VisualLine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class LetterPrintingTest {
    private static PrintedLetter letter(String text, String language, OutgoingFile... files) {
        return new PrintedLetter("בנק הדגמה · 03-555-0100", List.of("דנה כהן", "הרצל 5", "תל אביב"), "ABCDE01234", LocalDate.of(2026, 11, 22), "", text, language, List.of(files));
    }

    @Test
    void hebrewStandsInItsReadingOrderOnThePage() throws IOException {
        String text = Paper.textOf(LetterPrinting.pdf(letter("שלום דנה, קיבלנו את המכתב שלך.", "he"), 10));
        assertThat(text).contains("שלום דנה, קיבלנו את המכתב שלך.").contains("הרצל 5").contains("ABCDE01234");
    }

    @Test
    void lettersStandFromRightToLeftAndNumbersFromLeftToRight() {
        assertThat(VisualLine.of("חשבון 12345 (פעיל)", true)).isEqualTo("(ליעפ) 12345 ןובשח");
        assertThat(VisualLine.of("קובץ report.pdf נשלח", true)).isEqualTo("חלשנ report.pdf ץבוק");
        assertThat(VisualLine.of("Dear דנה כהן,", false)).isEqualTo("Dear ןהכ הנד,");
    }

    @Test
    void aLongHebrewParagraphIsBrokenBetweenWordsInOrder() throws IOException {
        String sentence = "אנחנו מודים לך על פנייתך ונשמח לעמוד לרשותך בכל שאלה נוספת שתהיה לך בנושא החשבון. ";
        String text = Paper.textOf(LetterPrinting.pdf(letter(sentence.repeat(6).strip(), "he"), 10));
        assertThat(text.replaceAll("\\s+", " ")).contains(sentence.repeat(6).strip());
        assertThat(text.lines().filter(line -> line.contains("אנחנו")).count()).isGreaterThan(1);
    }

    @Test
    void englishIsPrintedInItsOwnDirection() throws IOException {
        assertThat(Paper.textOf(LetterPrinting.pdf(letter("Thank you for your letter of 3 May.", "en"), 10))).contains("Thank you for your letter of 3 May.").contains("Reference: ABCDE01234");
    }

    @Test
    void whatTheFontDoesNotHaveIsShownAsMissing() throws IOException {
        assertThat(Paper.textOf(LetterPrinting.pdf(letter("טוב 😀 מאוד", "he"), 10))).contains("טוב ? מאוד");
    }

    @Test
    void vowelPointsAreLeftOut() throws IOException {
        assertThat(Paper.textOf(LetterPrinting.pdf(letter("שָׁלוֹם", "he"), 10))).contains("שלום");
    }

    @Test
    void aLongTextTakesSeveralPagesWithNumbers() throws IOException {
        byte[] pdf = LetterPrinting.pdf(letter("שורה\n".repeat(120), "he"), 10);
        try (PDDocument document = Paper.open(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
        assertThat(Paper.textOf(pdf)).contains("עמוד 2 מתוך");
    }

    @Test
    void filesFollowTheText() throws IOException {
        byte[] attached = LetterPrinting.pdf(letter("attached", "en"), 10);
        byte[] pdf = LetterPrinting.pdf(letter("טקסט", "he", new OutgoingFile("a.pdf", "application/pdf", attached), new OutgoingFile("b.tif", "image/tiff", Paper.tiff("CCITT T.6", Paper.faxPage(2200), Paper.faxPage(2200)))), 10);
        try (PDDocument document = Paper.open(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
        }
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefused() throws IOException {
        byte[] bomb = png(60_000, 60_000);
        assertThatThrownBy(() -> LetterPrinting.pdf(letter("x", "he", new OutgoingFile("bomb.png", "image/png", bomb)), 10)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("bomb.png");
        assertThat(LetterPrinting.pdf(letter("x", "he", new OutgoingFile("dot.png", "image/png", png(1, 1))), 10)).isNotEmpty();
    }

    /** Only the head says how large it is. */
    private static byte[] png(int width, int height) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(1, 1, java.awt.image.BufferedImage.TYPE_BYTE_GRAY), "png", out);
        java.nio.ByteBuffer png = java.nio.ByteBuffer.wrap(out.toByteArray());
        png.putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(png.array(), 12, 17);
        png.putInt(29, (int) sum.getValue());
        return png.array();
    }

    @Test
    void whatCannotBePrintedIsRefusedByName() {
        assertThatThrownBy(() -> LetterPrinting.pdf(letter("x", "he", new OutgoingFile("table.xlsx", "application/x", new byte[] {'P', 'K', 3, 4})), 10)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("table.xlsx");
    }

    @Test
    void tooManyPagesAreRefused() throws IOException {
        byte[] tiff = Paper.tiff("CCITT T.6", Paper.faxPage(2200), Paper.faxPage(2200), Paper.faxPage(2200));
        assertThatThrownBy(() -> LetterPrinting.pdf(letter("x", "he", new OutgoingFile("b.tif", "image/tiff", tiff)), 3)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 pages");
        assertThatThrownBy(() -> LetterPrinting.pdf(letter("x\n".repeat(300), "he"), 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBarcodeBeginsAndEndsWithABar() {
        // ISO/IEC 16388: each letter has six narrow and three wide elements, start and stop are an asterisk
        int[] widths = Code39.widths("A");
        assertThat(widths).hasSize(29);
        assertThat(java.util.Arrays.stream(widths).sum()).isEqualTo(3 * (6 + 9) + 2);
        assertThatThrownBy(() -> Code39.widths("א")).isInstanceOf(IllegalArgumentException.class);
    }
}
