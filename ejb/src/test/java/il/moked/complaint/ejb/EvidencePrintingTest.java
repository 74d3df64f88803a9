// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.complaint.Evidence;
import il.moked.complaint.EvidenceFile;
import il.moked.complaint.EvidenceFile.Difference;
import il.moked.complaint.EvidenceFile.Finding;
import il.moked.shared.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class EvidencePrintingTest {
    private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");
    private static final List<Evidence> EVIDENCE = List.of(
            new Evidence(Evidence.Kind.MESSAGE, 1, AT, "תמר כהן", "INBOUND EMAIL", "שלום,\nחויבתי פעמיים (₪ 129.90) על Router X5 בחשבון מס' 12345.\nTamar", null),
            new Evidence(Evidence.Kind.CASE, 1, AT.plusSeconds(60), "dana", "OPENED K2X9F4M7QA", null, null),
            new Evidence(Evidence.Kind.STEP, 1, AT.plusSeconds(61), "dana", "RECEIVED EMAIL", null, null),
            new Evidence(Evidence.Kind.MESSAGE, 2, AT.plusSeconds(62), "בנק הדגמה", "OUTBOUND EMAIL AUTOMATIC", "תלונתך התקבלה ומספרה C100123.", null),
            new Evidence(Evidence.Kind.STEP, 2, AT.plusSeconds(63), "dana", "REMEDY REFUND", "את הכסף בחזרה", null),
            new Evidence(Evidence.Kind.CALL, 1, AT.plusSeconds(600), null, "OUTBOUND 184", null, null),
            new Evidence(Evidence.Kind.OFFER, 1, AT.plusSeconds(700), "dana", "REFUSED FIBER-50 PRICE", null, new Names("סיב 500 במחיר 50", "Fibre 500 for 50")),
            new Evidence(Evidence.Kind.QUOTE, 1, AT.plusSeconds(800), "dana", "482139574 ₪129.90 2026-12-01T22:00:00Z", "1 × נתב Router X5: 129.90 ₪", null),
            new Evidence(Evidence.Kind.PROMISE, 1, AT.plusSeconds(900), "dana", "CALL_BACK 2026-11-02T10:00:00Z", "נחזור ללקוחה מחר עד 12:00", null),
            new Evidence(Evidence.Kind.STEP, 3, AT.plusSeconds(1000), "ronit", "DECIDED UPHELD", "התלונה מוצדקת. סכום של 129.90 ₪ יוחזר בתוך 3 ימי עסקים.", null),
            new Evidence(Evidence.Kind.CASE, 2, AT.plusSeconds(2000), "dana", "CLOSED COMPENSATED", null, null));

    private static EvidenceFile file() {
        return new EvidenceFile(7, 1, "C100123", EVIDENCE, "michal", AT.plusSeconds(3000));
    }

    @Test
    void theChainIsMadeOfTheHashBeforeAndTheContent() {
        Evidence one = EVIDENCE.get(1);
        assertThat(one.contentHash()).isEqualTo("954aac01346a3c7ab4f0bc246471f951faf6c4a698d426270d907697af1c8046");
        assertThat(file().entries().get(0).chainHash()).isEqualTo(Evidence.chained(Evidence.firstHash("C100123"), EVIDENCE.get(0).contentHash()));
        assertThat(file().endHash()).isEqualTo(file().entries().get(EVIDENCE.size() - 1).chainHash());
    }

    @Test
    void whateverIsChangedLaterIsFound() {
        assertThat(file().compared(EVIDENCE)).isEmpty();
        List<Evidence> changed = new ArrayList<>(EVIDENCE);
        Evidence told = changed.get(9);
        changed.set(9, new Evidence(told.kind(), told.id(), told.at(), told.who(), told.detail(), told.text().replace("3", "30"), null));
        changed.remove(5);
        changed.add(new Evidence(Evidence.Kind.MESSAGE, 99, AT.plusSeconds(5), "x", "INBOUND SMS", "x", null));
        assertThat(file().compared(changed)).containsExactly(new Finding(Difference.GONE, 6, Evidence.Kind.CALL, 1), new Finding(Difference.CHANGED, 10, Evidence.Kind.STEP, 3), new Finding(Difference.ADDED, 0, Evidence.Kind.MESSAGE, 99));
    }

    @Test
    void whatWasSaidStandsOnPaperInBothLanguages() throws IOException {
        for (String language : List.of("he", "en")) {
            byte[] pdf = EvidencePrinting.pdf(file(), "C100123", "חויבתי פעמיים", "תמר כהן", EVIDENCE, language, new EvidenceWords(language, ZoneId.of("Asia/Jerusalem")));
            try (PDDocument read = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(read);
                assertThat(text).contains(file().endHash(), "C100123", "01.11.2026 10:00:00", "Router X5");
                assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language);
                Path pictures = Files.createDirectories(Path.of("target/evidence"));
                ImageIO.write(new PDFRenderer(read).renderImageWithDPI(0, 100), "png", pictures.resolve(language + ".png").toFile());
            }
        }
    }
}
