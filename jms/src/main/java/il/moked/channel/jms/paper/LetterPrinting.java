// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.shared.ejb.PrintedPages;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Prints a fax or letter as PDF on A4: organisation, date, reference with barcode, recipient where the window of an
 * envelope is, text line by line in its own direction, files after it.
 */
public final class LetterPrinting {
    /** Where the recipient begins, from the top edge (ISO 269 DL window). */
    private static final float RECIPIENT = 50 * PrintedPages.MILLIMETRE;
    private static final float TEXT_SIZE = 11;
    private static final float HEAD_SIZE = 15;
    private static final float BAR = 0.8f;
    private static final float BAR_HEIGHT = 22;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final PrintedLetter letter;
    private final int mostPages;
    private final PrintedPages pages;
    private final PDDocument document;

    private LetterPrinting(PrintedLetter letter, int mostPages) throws IOException {
        this.letter = letter;
        this.mostPages = mostPages;
        this.pages = new PrintedPages(letter.reference(), letter.language(), mostPages);
        this.document = pages.document();
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
        try (pages) {
            head();
            for (String paragraph : letter.text().split("\\R", -1)) {
                pages.paragraph(paragraph, TEXT_SIZE);
            }
            pages.foot((number, all) -> PaperWords.text("print.page", letter.language(), letter.reference(), number, all));
            for (OutgoingFile file : letter.files()) {
                append(file, sources);
            }
            return pages.pdf();
        } finally {
            for (PDDocument source : sources) {
                source.close();
            }
        }
    }

    private void head() throws IOException {
        pages.down(HEAD_SIZE);
        pages.line(letter.sender(), HEAD_SIZE);
        pages.down(PrintedPages.LEADING);
        String date = PaperWords.text("print.date", letter.language(), DAY.format(letter.date()));
        if (letter.reference().isEmpty()) {
            pages.line(date, TEXT_SIZE);
        } else {
            pages.line(date + "   " + PaperWords.text("print.reference", letter.language(), letter.reference()), TEXT_SIZE);
            barcode();
        }
        pages.place(RECIPIENT);
        for (String row : letter.recipient()) {
            pages.line(row, TEXT_SIZE);
            pages.down(PrintedPages.LEADING);
        }
        pages.down(2 * PrintedPages.LEADING);
        if (!letter.subject().isBlank()) {
            pages.paragraph(letter.subject(), TEXT_SIZE + 2);
            pages.down(PrintedPages.LEADING / 2);
        }
    }

    /** On the side where no line begins. */
    private void barcode() throws IOException {
        int[] widths = Code39.widths(letter.reference());
        int units = 0;
        for (int width : widths) {
            units += width;
        }
        float x = pages.rightToLeft() ? PrintedPages.MARGIN : PDRectangle.A4.getWidth() - PrintedPages.MARGIN - units * BAR;
        float top = PDRectangle.A4.getHeight() - PrintedPages.MARGIN - BAR_HEIGHT;
        for (int at = 0; at < widths.length; at++) {
            if (at % 2 == 0) {
                pages.page().addRect(x, top, widths[at] * BAR, BAR_HEIGHT);
            }
            x += widths[at] * BAR;
        }
        pages.page().fill();
    }

    private void append(OutgoingFile file, List<PDDocument> sources) throws IOException {
        PaperKind kind = PaperKind.of(file.content()).orElseThrow(() -> unprintable(file));
        try {
            switch (kind) {
                case PDF -> {
                    PDDocument source = Loader.loadPDF(file.content());
                    sources.add(source);
                    pages.refuseBeyond(document.getNumberOfPages() + source.getNumberOfPages());
                    new PDFMergerUtility().appendDocument(document, source);
                }
                case TIFF -> {
                    TiffPages.Read read = TiffPages.addTo(document, file.content(), Math.max(1, mostPages - document.getNumberOfPages()));
                    pages.refuseBeyond(document.getNumberOfPages() + (read.more() ? 1 : 0));
                    if (read.broken()) {
                        throw unprintable(file);
                    }
                }
                case JPEG, PNG -> {
                    pages.refuseBeyond(document.getNumberOfPages() + 1);
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
