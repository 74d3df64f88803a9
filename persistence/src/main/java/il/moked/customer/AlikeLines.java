// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of one file that may be the same customer, each compared with those above it. It keeps half a kilobyte of a line, some 50 megabytes of the largest file. */
public final class AlikeLines {
    private static final int MOST_COMPARED = 30;
    private static final int SHOWN = 3;

    private final MatchingPolicy policy;
    private final LineIndex keys = new LineIndex();
    private final Map<Integer, byte[]> telling = new HashMap<>();

    /** An earlier line. */
    public record Alike(int line, Likeness likeness) {
    }

    public AlikeLines(MatchingPolicy policy) {
        this.policy = policy;
    }

    /** Lines above that may be the same, the likeliest first, at most a handful; and keeps this one for those below. */
    public List<Alike> next(CustomerLine line) {
        Traits traits = line.traits();
        Set<String> found = Blocking.keys(traits);
        Map<Integer, Integer> sharing = new HashMap<>();
        for (String key : found) {
            int[] holders = keys.of(key, Blocking.MOST_SHARING + 1);
            if (holders.length <= Blocking.MOST_SHARING) {
                for (int holder : holders) {
                    sharing.merge(holder, 1, Integer::sum);
                }
                keys.add(key, line.number());
            }
        }
        telling.put(line.number(), line.telling().getBytes(StandardCharsets.UTF_8));
        List<Alike> alike = new ArrayList<>();
        sharing.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(MOST_COMPARED).map(Map.Entry::getKey).forEach(other -> {
            Likeness likeness = policy.compare(traits, CustomerLine.traits(new String(telling.get(other), StandardCharsets.UTF_8)));
            if (likeness.verdict() != Likeness.Verdict.APART) {
                alike.add(new Alike(other, likeness));
            }
        });
        return alike.stream().sorted(Comparator.comparingDouble((Alike one) -> -one.likeness().score()).thenComparing(Alike::line)).limit(SHOWN).toList();
    }
}
