// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.routing.ejb.StatutoryReading.Evidence;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A walk through all evidence of a time, page by page in a short transaction each, however much there is. */
public final class EvidencePages {
    private final StatutoryReading reading;
    private final Instant from;
    private final Instant to;
    private List<Evidence> page;

    /** What is done with each clock. */
    public interface Writing {
        void write(Evidence evidence) throws IOException;
    }

    /**
     * Reads the first page: by that whoever streams knows that he may, before he has said anything.
     *
     * @param to excluded
     * @throws il.moked.shared.BusinessException {@code routing.history-range}
     */
    public EvidencePages(StatutoryReading reading, Instant from, Instant to) {
        this.reading = reading;
        this.from = from;
        this.to = to;
        page = reading.page(from, to, null);
    }

    public void each(Writing writing) throws IOException {
        while (true) {
            for (Evidence evidence : page) {
                writing.write(evidence);
            }
            if (page.size() < StatutoryReading.PAGE) {
                return;
            }
            page = reading.page(from, to, page.get(page.size() - 1));
        }
    }
}
