// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

/** A search index that is compared with the database piece by piece and mended where it differs. The database is the truth. */
public interface SweptIndex {
    /** @param until ids up to this were compared; {@link Long#MAX_VALUE} when there were no more @param mended that were missing, different, or of nothing that is in the database */
    record Compared(long until, int compared, int mended) {
        public boolean end() {
            return until == Long.MAX_VALUE;
        }
    }

    String name();

    /** The entity that is indexed. */
    Class<?> type();

    /** Whether there is something in the database and nothing in the index. */
    boolean missing();

    /** The highest id in the database, 0 when there is none. */
    long last();

    /**
     * Compares the rows that follow an id with what the index says of them, both ways, and has mended what differs once the
     * transaction commits.
     *
     * @param upTo no row with a higher id is looked at: what was written a moment ago may still be on its way into the index
     */
    Compared compare(long after, long upTo, int most);
}
