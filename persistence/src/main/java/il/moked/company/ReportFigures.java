// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import java.util.List;

/**
 * What a company's calls of a period came to.
 *
 * @param open of them are not solved yet @param faults of them are faults @param firstVisits faults a technician came for @param fixedFirst of them were over with his first visit
 * @param recurring most frequent first @param months oldest first @param history by site and product, most calls first
 */
public record ReportFigures(long calls, long open, long faults, Times answer, Times repair, long firstVisits, long fixedFirst, List<Recurring> recurring, List<Month> months, List<History> history) {
    private static final int ALL = 100;

    /**
     * How long something took, in seconds of business time.
     *
     * @param met in time @param missed late, also those that are not over yet @param median of those that are over, null without any; so is the other @param ninetieth nine of ten took no longer @param target the usual one, null without any
     */
    public record Times(long met, long missed, Long median, Long ninetieth, Long target) {
        /** Percent in time, null when nothing was measured. */
        public Integer kept() {
            return met + missed == 0 ? null : (int) Math.round(met * (double) ALL / (met + missed));
        }
    }

    /** @param sku empty for no product @param upTo percent of all faults that are this one or a more frequent one */
    public record Recurring(String sku, String fault, long calls, int upTo) {
    }

    /** @param month year and month as one number */
    public record Month(int month, long calls, Times answer, Times repair) {
        public String written() {
            return "%04d-%02d".formatted(month / ALL, month % ALL);
        }
    }

    /** @param siteId null for calls of no site @param sku empty for no product @param fault the most frequent one, null without any */
    public record History(Long siteId, String sku, long calls, long faults, String fault, Times repair) {
    }

    /** Percent of the faults a technician came for; null without any. */
    public Integer firstTime() {
        return firstVisits == 0 ? null : (int) Math.round(fixedFirst * (double) ALL / firstVisits);
    }
}
