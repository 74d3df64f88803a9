// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.Arrays;

/** In which lines of a file a key stands. A key takes some 30 bytes and none of its letters are kept, so that all keys of the largest file fit into tens of megabytes. */
final class LineIndex {
    private static final int FIRST_SIZE = 1 << 12;
    private static final long SEED = 0xCBF29CE484222325L;
    private static final long STEP = 0x100000001B3L;
    private static final long MIX = 0xFF51AFD7ED558CCDL;
    private static final int NONE = -1;

    /** By place: the key's print, 0 where there is none, and its newest entry. */
    private long[] prints = new long[FIRST_SIZE];
    private int[] newest = new int[FIRST_SIZE];
    private int keys;
    /** By entry: the line, and the entry of the same key before it. */
    private int[] lines = new int[FIRST_SIZE];
    private int[] before = new int[FIRST_SIZE];
    private int entries;

    /** Newest first, at most so many. */
    int[] of(String key, int most) {
        int[] found = new int[most];
        int count = 0;
        int at = place(print(key));
        for (int entry = prints[at] == 0 ? NONE : newest[at]; entry != NONE && count < most; entry = before[entry]) {
            found[count++] = lines[entry];
        }
        return Arrays.copyOf(found, count);
    }

    void add(String key, int line) {
        if (2 * keys >= prints.length) {
            widen();
        }
        if (entries == lines.length) {
            lines = Arrays.copyOf(lines, 2 * entries);
            before = Arrays.copyOf(before, 2 * entries);
        }
        long print = print(key);
        int at = place(print);
        boolean fresh = prints[at] == 0;
        lines[entries] = line;
        before[entries] = fresh ? NONE : newest[at];
        prints[at] = print;
        newest[at] = entries++;
        keys += fresh ? 1 : 0;
    }

    private void widen() {
        long[] known = prints;
        int[] heads = newest;
        prints = new long[2 * known.length];
        newest = new int[2 * known.length];
        for (int from = 0; from < known.length; from++) {
            if (known[from] != 0) {
                int at = place(known[from]);
                prints[at] = known[from];
                newest[at] = heads[from];
            }
        }
    }

    private int place(long print) {
        int at = (int) print & prints.length - 1;
        while (prints[at] != 0 && prints[at] != print) {
            at = at + 1 & prints.length - 1;
        }
        return at;
    }

    /** 64 bits: that two of two million keys have the same is one chance in ten million. */
    private static long print(String key) {
        long print = SEED;
        for (int at = 0; at < key.length(); at++) {
            print = (print ^ key.charAt(at)) * STEP;
        }
        print = (print ^ print >>> 33) * MIX;
        print ^= print >>> 33;
        return print == 0 ? 1 : print;
    }
}
