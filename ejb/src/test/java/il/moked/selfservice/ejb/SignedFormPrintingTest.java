// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.selfservice.FormTemplate;
import il.moked.selfservice.FormTemplate.Field;
import il.moked.selfservice.Secret;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLink.About;
import il.moked.selfservice.SecureLink.Bound;
import il.moked.selfservice.SecureLink.Kind;
import il.moked.selfservice.SecureLink.Proof;
import il.moked.selfservice.SecureLink.Proving;
import il.moked.selfservice.SignedForm;
import il.moked.selfservice.Strokes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SignedFormPrintingTest {
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00.123456Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final String DRAWN = "100,200,0 140,150,40 180,240,80 230,160,120 280,250,160;300,120,400 340,260,440 380,140,480 420,240,520 460,200,560";

    private static JsonObject directDebit() {
        try (JsonReader reader = Json.createReader(new InputStreamReader(il.moked.demo.ejb.DemoForms.class.getResourceAsStream("forms.json"), StandardCharsets.UTF_8))) {
            return reader.readObject().getJsonArray("forms").getJsonObject(0);
        }
    }

    private static SignedForm signed(String language) throws ReflectiveOperationException {
        JsonObject row = directDebit();
        FormTemplate form = new FormTemplate(row.getString("code"), 2, new FormTemplate.Written(row.getString("hebrewName"), row.getString("englishName"), row.getString("hebrewText"), row.getString("englishText"), true), "admin", NOW);
        String words = FormTemplate.filled(form.text(language), Map.of(Field.CUSTOMER, "תמר כהן", Field.CUSTOMER_NUMBER, "1234", Field.DATE, "01.11.2026", Field.ORGANISATION, "Demo Bank"));
        SecureLink link = new SecureLink("ABCDEFGHJK", Secret.next(), new Bound(1234, 2L, null, language), new About(Kind.FORM, form.name(language), 3L, words, null), new Proving(Proof.CODE, "+972501234567", null), "dana", 4L, NOW, NOW.plusSeconds(3600));
        java.lang.reflect.Field id = SecureLink.class.getDeclaredField("id");
        id.setAccessible(true);
        id.set(link, 9L);
        SignedForm signed = new SignedForm(17, "a".repeat(64), link, form, Strokes.signature(DRAWN), new SignedForm.Signer("תמר כהן", "CODE +972501234567", "10.0.0.7", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)"), NOW);
        signed.printed(new SignedFormPrinting(signed, ZONE).pdf());
        return signed;
    }

    @Test
    void whatWasReadAndHowItWasSignedStandsOnPaperInBothLanguages() throws Exception {
        for (String language : List.of("he", "en")) {
            SignedForm signed = signed(language);
            assertThat(signed.compared("a".repeat(64))).isEmpty();
            assertThat(signed.compared("b".repeat(64))).containsExactly(SignedForm.Difference.CHAIN);
            try (PDDocument read = Loader.loadPDF(signed.pdf())) {
                assertThat(read.getNumberOfPages()).isEqualTo(2);
                assertThat(new PDFTextStripper().getText(read)).contains(signed.textHash().toUpperCase(Locale.ROOT), signed.strokesHash().toUpperCase(Locale.ROOT), "+972501234567", "10.0.0.7", "01.11.2026", "10:00:00", "iPhone", "17");
                assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language);
                Path pictures = Files.createDirectories(Path.of("target/signed"));
                for (int page = 0; page < 2; page++) {
                    ImageIO.write(new PDFRenderer(read).renderImageWithDPI(page, 70), "png", pictures.resolve(language + page + ".png").toFile());
                }
            }
        }
    }
}
