// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.complaint.Evidence;
import il.moked.complaint.EvidenceEntry;
import il.moked.complaint.EvidenceFile;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.PrintedPages;
import java.io.IOException;
import java.util.List;

/** Prints an evidence file: everything in order of time, each with the hash by which it is tied to what is before it. */
final class EvidencePrinting {
    private static final int MOST_PAGES = 1000;
    private static final float TITLE = 17;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 7.5f;

    private EvidencePrinting() {
    }

    /** @param evidence what the file was made of, in its order @throws BusinessException {@code complaint.evidence-too-long} */
    static byte[] pdf(EvidenceFile file, String caseNumber, String subject, String customer, List<Evidence> evidence, String language, EvidenceWords words) {
        try (PrintedPages pages = new PrintedPages(words.text("title", caseNumber), language, MOST_PAGES)) {
            pages.paragraph(words.text("title", caseNumber), TITLE);
            pages.down(PrintedPages.LEADING / 2);
            pages.paragraph(words.text("subject", subject), TEXT);
            pages.paragraph(words.text("customer", customer), TEXT);
            pages.paragraph(words.text("produced", file.number(), words.moment(file.producedAt()), file.producedBy()), TEXT);
            pages.paragraph(words.text("entries", file.size()), TEXT);
            pages.paragraph(words.text("how"), SMALL);
            List<EvidenceEntry> entries = file.entries();
            for (int at = 0; at < entries.size(); at++) {
                entry(pages, at + 1, evidence.get(at), entries.get(at), words);
            }
            pages.down(PrintedPages.LEADING);
            pages.paragraph(words.text("end"), TEXT);
            pages.paragraph(file.endHash(), TEXT);
            pages.foot((number, all) -> words.text("page", caseNumber, file.number(), number, all));
            return pages.pdf();
        } catch (IllegalArgumentException tooLong) {
            throw new BusinessException("complaint.evidence-too-long", MOST_PAGES);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // nothing here touches a network or disk
        }
    }

    private static void entry(PrintedPages pages, int position, Evidence evidence, EvidenceEntry entry, EvidenceWords words) throws IOException {
        pages.down(PrintedPages.LEADING / 2);
        String who = evidence.who().isEmpty() ? "" : " · " + evidence.who();
        pages.paragraph(words.text("entry", position, words.moment(evidence.at()), words.heading(evidence)) + who, TEXT);
        for (String paragraph : evidence.text().isEmpty() ? new String[0] : evidence.text().split("\\R", -1)) {
            pages.paragraph(paragraph, TEXT);
        }
        pages.paragraph(entry.chainHash(), SMALL);
    }
}
