// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import il.moked.shared.TextDirection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.BiFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Text on pages of A4 as PDF, from above, each paragraph in its own direction. */
public final class PrintedPages implements AutoCloseable {
    public static final float MILLIMETRE = 72 / 25.4f;
    public static final float MARGIN = 20 * MILLIMETRE;
    public static final float LEADING = 16;
    private static final float BOTTOM = 25 * MILLIMETRE;
    private static final float SMALL = 8.5f;

    private final String language;
    private final int mostPages;
    private final boolean rightToLeft;
    private final PDDocument document = new PDDocument();
    private final PaperFont font;
    private PDPageContentStream page;
    private float y;
    private int textPages;

    /** @param mostPages at most so many */
    public PrintedPages(String title, String language, int mostPages) throws IOException {
        this.language = language;
        this.mostPages = mostPages;
        this.rightToLeft = "he".equals(language);
        this.font = new PaperFont(document);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        turnPage();
    }

    public PDDocument document() {
        return document;
    }

    /** Of the page that is printed on. */
    public PDPageContentStream page() {
        return page;
    }

    /** Whether lines begin at the right. */
    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** What is printed next begins so far from the upper edge. In points; so are all lengths. */
    public void place(float fromTop) {
        y = PDRectangle.A4.getHeight() - fromTop;
    }

    public void down(float space) {
        y -= space;
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
        place(MARGIN);
    }

    /** @throws IllegalArgumentException when there are to be more pages than there may be */
    public void refuseBeyond(int pages) {
        if (pages > mostPages) {
            throw new IllegalArgumentException("more than " + mostPages + " pages");
        }
    }

    /** Broken into lines, on the next page when this one is full. */
    public void paragraph(String written, float size) throws IOException {
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
                show(VisualLine.of(direction, text, from, end), backwards, size);
            }
            from = to;
        }
    }

    /** As many words as fit; a word longer than a line is cut. */
    private int lineEnd(String text, int from, float size) {
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        BreakIterator places = BreakIterator.getLineInstance(Locale.forLanguageTag(language));
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

    /** One line in the direction of the pages, where printing has come to. */
    public void line(String written, float size) throws IOException {
        show(VisualLine.of(font.printable(written), rightToLeft), rightToLeft, size);
    }

    private void show(String visual, boolean backwards, float size) throws IOException {
        float x = backwards ? PDRectangle.A4.getWidth() - MARGIN - font.width(visual, size) : MARGIN;
        page.beginText();
        page.setFont(font.font(), size);
        page.newLineAtOffset(x, y);
        page.showText(visual);
        page.endText();
    }

    /** What is drawn, not written. */
    public interface Drawing {
        /** @param x of its lower left corner @param y of its lower left corner */
        void on(PDPageContentStream page, float x, float y) throws IOException;
    }

    /** Where lines begin, on the next page when this one has no room left. */
    public void drawing(float width, float height, Drawing drawn) throws IOException {
        if (y - height < BOTTOM) {
            turnPage();
        }
        y -= height;
        drawn.on(page, rightToLeft ? PDRectangle.A4.getWidth() - MARGIN - width : MARGIN, y);
    }

    /** What comes next begins on a page of its own. */
    public void nextPage() throws IOException {
        turnPage();
    }

    /** Ends the text: nothing more is printed but a line at the foot of each page. @param words of the number of a page and of all */
    public void foot(BiFunction<Integer, Integer, String> words) throws IOException {
        page.close();
        for (int number = 1; number <= textPages; number++) {
            page = new PDPageContentStream(document, document.getPage(number - 1), PDPageContentStream.AppendMode.APPEND, true, true);
            y = MARGIN / 2;
            line(words.apply(number, textPages), SMALL);
            page.close();
        }
    }

    public byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
