// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Heebo (SIL Open Font License 1.1) in one document: Hebrew and Latin letters. Of every other letter it shows that there was one. */
final class PaperFont {
    private static final String FILE = "Heebo-Regular.ttf";
    private static final int UNITS = 1000;

    private final PDFont font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    PaperFont(PDDocument document) throws IOException {
        try (InputStream file = PaperFont.class.getResourceAsStream(FILE)) {
            font = PDType0Font.load(document, file, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** What can be printed of a text: vowel points, which would need places of their own, are left out; unknown letters become {@code ?}. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter == '\t' || Character.isSpaceChar(letter)) {
                printable.append(' ');
            } else if (!VisualLine.printed(letter)) {
                printable.appendCodePoint(letter);
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                printable.appendCodePoint(knows(letter) ? letter : '?');
            }
        });
        return printable.toString();
    }

    private boolean knows(int letter) {
        return known.computeIfAbsent(letter, unknown -> {
            try {
                font.encode(Character.toString(unknown));
                return true;
            } catch (IOException | IllegalArgumentException missing) {
                return false;
            }
        });
    }

    /** In points. @param printable as {@link #printable} gave it */
    float width(String printable, float size) {
        String shown = printable.codePoints().filter(VisualLine::printed).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        try {
            return font.getStringWidth(shown) / UNITS * size;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable); // the font lies in memory
        }
    }
}
