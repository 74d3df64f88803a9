// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.selfservice.SignedForm;
import il.moked.selfservice.Strokes;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.PrintedPages;
import java.io.IOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Prints a signed form: the text as it was read, the signature as it was drawn, and on a page of its own how, when and from where it was signed. */
final class SignedFormPrinting {
    private static final String BUNDLE = "il.moked.selfservice.ejb.signed";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final int MOST_PAGES = 60;
    private static final float TITLE = 17;
    private static final float TEXT = 11;
    private static final float SMALL = 8.5f;
    private static final float PEN = 1.4f;
    private static final float WIDTH = 70 * PrintedPages.MILLIMETRE;
    private static final float HEIGHT = WIDTH * Strokes.HEIGHT / Strokes.WIDTH;

    private final SignedForm form;
    private final Locale locale;
    private final ResourceBundle bundle;
    private final ZoneId zone;

    SignedFormPrinting(SignedForm form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
        this.locale = Locale.forLanguageTag(form.language());
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, SignedFormPrinting.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    /** @throws BusinessException {@code selfservice.form-too-long} */
    byte[] pdf() {
        try (PrintedPages pages = new PrintedPages(form.title(), form.language(), MOST_PAGES)) {
            pages.paragraph(form.title(), TITLE);
            pages.down(PrintedPages.LEADING / 2);
            for (String paragraph : form.words().split("\\R", -1)) {
                pages.paragraph(paragraph, TEXT);
            }
            pages.down(PrintedPages.LEADING);
            pages.paragraph(text("signature"), TEXT);
            pages.drawing(WIDTH, HEIGHT, this::draw);
            pages.paragraph(form.signer(), TEXT);
            pages.paragraph(moment(form.signedAt()), TEXT);
            audit(pages);
            pages.foot((number, all) -> text("foot", form.title(), Long.toString(form.number()), number, all));
            return pages.pdf();
        } catch (IllegalArgumentException tooLong) {
            throw new BusinessException("selfservice.form-too-long");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // nothing here touches a network or disk
        }
    }

    private void audit(PrintedPages pages) throws IOException {
        String[] proof = form.provedBy().split(" ", 2);
        Strokes drawn = form.drawn();
        pages.nextPage();
        pages.paragraph(text("audit"), TITLE);
        pages.down(PrintedPages.LEADING / 2);
        pages.paragraph(text("audit.form", form.title(), form.templateCode(), Integer.toString(form.edition())), TEXT);
        pages.paragraph(text("audit.number", Long.toString(form.number())), TEXT);
        pages.paragraph(text("audit.signer", form.signer(), Long.toString(form.signerId())), TEXT);
        pages.paragraph(text("audit.at", moment(form.signedAt()), form.signedAt().toString()), TEXT);
        pages.paragraph(text("audit.proof." + proof[0], proof.length > 1 ? proof[1] : ""), TEXT);
        pages.paragraph(text("audit.address", form.address()), TEXT);
        pages.paragraph(text("audit.device", form.device()), TEXT);
        pages.paragraph(text("audit.drawn", Integer.toString(drawn.lines().size()), Integer.toString(drawn.points()), String.format(Locale.ROOT, "%.1f", drawn.took() / 1000.0)), TEXT);
        hash(pages, "audit.text", form.textHash());
        hash(pages, "audit.strokes", form.strokesHash());
        hash(pages, "audit.before", form.beforeHash().isEmpty() ? "–" : form.beforeHash());
        pages.down(PrintedPages.LEADING / 2);
        pages.paragraph(text("audit.how"), SMALL);
    }

    private void hash(PrintedPages pages, String key, String hash) throws IOException {
        pages.down(PrintedPages.LEADING / 2);
        pages.paragraph(text(key), TEXT);
        // in capitals, which are not joined: two small letters f become one sign that is lost when it is copied
        pages.paragraph(hash.toUpperCase(Locale.ROOT), SMALL);
    }

    private void draw(PDPageContentStream page, float x, float y) throws IOException {
        float scale = WIDTH / Strokes.WIDTH;
        page.setLineWidth(PEN);
        page.setLineCapStyle(1);
        page.setLineJoinStyle(1);
        for (List<Strokes.Point> line : form.drawn().lines()) {
            Strokes.Point first = line.get(0);
            page.moveTo(x + first.x() * scale, y + HEIGHT - first.y() * scale);
            for (Strokes.Point point : line) {
                page.lineTo(x + point.x() * scale, y + HEIGHT - point.y() * scale);
            }
            page.stroke();
        }
        page.setLineWidth(0.5f);
        page.moveTo(x, y);
        page.lineTo(x + WIDTH, y);
        page.stroke();
    }
}
