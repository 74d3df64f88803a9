// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.shared.TextDirection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Bidi;
import java.text.BreakIterator;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Prints a fax or letter as PDF on A4: organisation, date, reference with barcode, recipient where the window of an
 * envelope is, text line by line in its own direction, files after it.
 */
public final class LetterPrinting {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float MARGIN = 20 * MILLIMETRE;
    private static final float BOTTOM = 25 * MILLIMETRE;
    /** Where the recipient begins, from the top edge (ISO 269 DL window). */
    private static final float RECIPIENT = 50 * MILLIMETRE;
    private static final float TEXT_SIZE = 11;
    private static final float LEADING = 16;
    private static final float HEAD_SIZE = 15;
    private static final float SMALL = 8.5f;
    private static final float BAR = 0.8f;
    private static final float BAR_HEIGHT = 22;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final PrintedLetter letter;
    private final int mostPages;
    private final boolean rightToLeft;
    private final PDDocument document = new PDDocument();
    private final PaperFont font;
    private PDPageContentStream page;
    private float y;
    private int textPages;

    private LetterPrinting(PrintedLetter letter, int mostPages) throws IOException {
        this.letter = letter;
        this.mostPages = mostPages;
        this.rightToLeft = "he".equals(letter.language());
        this.font = new PaperFont(document);
    }

    /**
     * @param mostPages at most so many
     * @throws IllegalArgumentException when it has more pages, or a file that cannot be printed: no attempt will ever do it
     */
    public static byte[] pdf(PrintedLetter letter, int mostPages) {
        try {
            return new LetterPrinting(letter, mostPages).print();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // nothing here touches a network or disk
        }
    }

    private byte[] print() throws IOException {
        List<PDDocument> sources = new ArrayList<>();
        try (document) {
            document.getDocumentInformation().setTitle(letter.reference());
            document.getDocumentCatalog().setLanguage(letter.language());
            turnPage();
            head();
            for (String paragraph : letter.text().split("\\R", -1)) {
                paragraph(paragraph, TEXT_SIZE);
            }
            page.close();
            foot();
            for (OutgoingFile file : letter.files()) {
                append(file, sources);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } finally {
            for (PDDocument source : sources) {
                source.close();
            }
        }
    }

    private void turnPage() throws IOException {
        if (page != null) {
            page.close();
        }
        refuseBeyond(document.getNumberOfPages() + 1);
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        textPages++;
        page = new PDPageContentStream(document, next);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void refuseBeyond(int pages) {
        if (pages > mostPages) {
            throw new IllegalArgumentException("more than " + mostPages + " pages");
        }
    }

    private void head() throws IOException {
        y -= HEAD_SIZE;
        line(letter.sender(), HEAD_SIZE, y);
        y -= LEADING;
        String date = PaperWords.text("print.date", letter.language(), DAY.format(letter.date()));
        if (letter.reference().isEmpty()) {
            line(date, TEXT_SIZE, y);
        } else {
            line(date + "   " + PaperWords.text("print.reference", letter.language(), letter.reference()), TEXT_SIZE, y);
            barcode();
        }
        y = PDRectangle.A4.getHeight() - RECIPIENT;
        for (String row : letter.recipient()) {
            line(row, TEXT_SIZE, y);
            y -= LEADING;
        }
        y -= 2 * LEADING;
        if (!letter.subject().isBlank()) {
            paragraph(letter.subject(), TEXT_SIZE + 2);
            y -= LEADING / 2;
        }
    }

    /** On the side where no line begins. */
    private void barcode() throws IOException {
        int[] widths = Code39.widths(letter.reference());
        int units = 0;
        for (int width : widths) {
            units += width;
        }
        float x = rightToLeft ? MARGIN : PDRectangle.A4.getWidth() - MARGIN - units * BAR;
        float top = PDRectangle.A4.getHeight() - MARGIN - BAR_HEIGHT;
        for (int at = 0; at < widths.length; at++) {
            if (at % 2 == 0) {
                page.addRect(x, top, widths[at] * BAR, BAR_HEIGHT);
            }
            x += widths[at] * BAR;
        }
        page.fill();
    }

    private void paragraph(String written, float size) throws IOException {
        String text = font.printable(written);
        if (text.isBlank()) {
            y -= LEADING / 2;
            return;
        }
        boolean backwards = TextDirection.of(text, rightToLeft ? TextDirection.RTL : TextDirection.LTR) == TextDirection.RTL;
        Bidi direction = VisualLine.paragraph(text, backwards);
        int from = 0;
        while (from < text.length()) {
            int to = lineEnd(text, from, size);
            int end = to;
            while (end > from && text.charAt(end - 1) == ' ') {
                end--;
            }
            if (end > from) {
                if (y - LEADING < BOTTOM) {
                    turnPage();
                }
                y -= LEADING;
                show(VisualLine.of(direction, text, from, end), backwards, size, y);
            }
            from = to;
        }
    }

    /** As many words as fit; a word longer than a line is cut. */
    private int lineEnd(String text, int from, float size) {
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        BreakIterator places = BreakIterator.getLineInstance(Locale.forLanguageTag(letter.language()));
        places.setText(text);
        int fits = from;
        for (int next = places.following(from); next != BreakIterator.DONE; next = places.next()) {
            if (font.width(text.substring(from, next).stripTrailing(), size) > room) {
                break;
            }
            fits = next;
        }
        if (fits > from) {
            return fits;
        }
        int cut = from + 1;
        while (cut < text.length() && font.width(text.substring(from, cut + 1), size) <= room) {
            cut++;
        }
        return cut < text.length() && Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
    }

    private void line(String written, float size, float height) throws IOException {
        String text = font.printable(written);
        show(VisualLine.of(text, rightToLeft), rightToLeft, size, height);
    }

    private void show(String visual, boolean backwards, float size, float height) throws IOException {
        float x = backwards ? PDRectangle.A4.getWidth() - MARGIN - font.width(visual, size) : MARGIN;
        page.beginText();
        page.setFont(font.font(), size);
        page.newLineAtOffset(x, height);
        page.showText(visual);
        page.endText();
    }

    private void foot() throws IOException {
        for (int number = 1; number <= textPages; number++) {
            page = new PDPageContentStream(document, document.getPage(number - 1), PDPageContentStream.AppendMode.APPEND, true, true);
            line(PaperWords.text("print.page", letter.language(), letter.reference(), number, textPages), SMALL, MARGIN / 2);
            page.close();
        }
    }

    private void append(OutgoingFile file, List<PDDocument> sources) throws IOException {
        PaperKind kind = PaperKind.of(file.content()).orElseThrow(() -> unprintable(file));
        try {
            switch (kind) {
                case PDF -> {
                    PDDocument source = Loader.loadPDF(file.content());
                    sources.add(source);
                    refuseBeyond(document.getNumberOfPages() + source.getNumberOfPages());
                    new PDFMergerUtility().appendDocument(document, source);
                }
                case TIFF -> {
                    TiffPages.Read read = TiffPages.addTo(document, file.content(), Math.max(1, mostPages - document.getNumberOfPages()));
                    refuseBeyond(document.getNumberOfPages() + (read.more() ? 1 : 0));
                    if (read.broken()) {
                        throw unprintable(file);
                    }
                }
                case JPEG, PNG -> {
                    refuseBeyond(document.getNumberOfPages() + 1);
                    TiffPages.add(document, TiffPages.picture(file.content()), 1);
                }
            }
        } catch (IOException damaged) {
            throw unprintable(file);
        }
    }

    private static IllegalArgumentException unprintable(OutgoingFile file) {
        return new IllegalArgumentException("cannot be printed: " + file.fileName());
    }
}
