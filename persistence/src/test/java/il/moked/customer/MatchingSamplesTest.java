// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.Likeness.Verdict;
import il.moked.customer.Traits.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** How well the policy tells real sets of errors apart; the figures are printed. */
class MatchingSamplesTest {
    private static final Map<String, Part> COLUMNS = Map.ofEntries(
            Map.entry("given_name", Part.GIVEN_NAME), Map.entry("first_name", Part.GIVEN_NAME), Map.entry("surname", Part.FAMILY_NAME), Map.entry("date_of_birth", Part.BIRTH_DATE), Map.entry("dob", Part.BIRTH_DATE),
            Map.entry("soc_sec_id", Part.DOCUMENT), Map.entry("street_number", Part.HOUSE), Map.entry("address_1", Part.STREET), Map.entry("address_2", Part.ADDRESS_LINE), Map.entry("suburb", Part.CITY),
            Map.entry("city", Part.CITY), Map.entry("postcode", Part.POSTCODE), Map.entry("state", Part.REGION), Map.entry("email", Part.EMAIL));

    /** @param truth whatever the true ones have in common */
    private record Sample(String id, String truth, Traits traits) {
    }

    private record Figures(String name, int compared, int truePairs, int certain, int certainRight, int review, int reviewRight) {
        double precision() {
            return certainRight / (double) certain;
        }

        double recall() {
            return certainRight / (double) truePairs;
        }

        double found() {
            return (certainRight + reviewRight) / (double) truePairs;
        }

        @Override
        public String toString() {
            return String.format("%s: %d compared of which %d true; certain %d, precision %.5f, recall %.4f; review %d of which true %d; found altogether %.4f", name, compared, truePairs, certain, precision(), recall(), review, reviewRight, found());
        }
    }

    @Test
    void febrl1IsFoundAndNothingElse() {
        Figures figures = figures("FEBRL1", read("febrl1.csv", "rec_id", MatchingSamplesTest::person), (one, other) -> true);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.found()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void febrl4IsFoundAndNothingElse() {
        List<Sample> all = new ArrayList<>(read("febrl4a.csv", "rec_id", MatchingSamplesTest::person));
        all.addAll(read("febrl4b.csv", "rec_id", MatchingSamplesTest::person));
        Figures figures = figures("FEBRL4", all, (one, other) -> one.id().contains("org") != other.id().contains("org"));
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.found()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void withoutAnyNumberOfIdentityNothingIsMerelyGuessed() {
        List<Sample> all = new ArrayList<>(read("febrl4a.csv", "rec_id", MatchingSamplesTest::person, Set.of("soc_sec_id")));
        all.addAll(read("febrl4b.csv", "rec_id", MatchingSamplesTest::person, Set.of("soc_sec_id")));
        Figures figures = figures("FEBRL4 without numbers", all, (one, other) -> one.id().contains("org") != other.id().contains("org"));
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(figures.found()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void personsOfWhomLittleIsKnownAreMostlyReviewed() {
        Figures figures = figures("fake_1000", read("fake_1000.csv", "unique_id", row -> row.get("cluster")), (one, other) -> true);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(figures.found()).isGreaterThanOrEqualTo(0.70);
        assertThat(figures.certainRight() + figures.reviewRight()).as("most of what is shown to people is right").isGreaterThan((figures.certain() + figures.review()) * 9 / 10);
    }

    private static Figures figures(String name, List<Sample> all, BiPredicate<Sample, Sample> counts) {
        MatchingPolicy policy = MatchingPolicy.DEFAULT;
        Map<String, List<Integer>> sharing = new HashMap<>();
        for (int at = 0; at < all.size(); at++) {
            for (String key : Blocking.keys(all.get(at).traits())) {
                sharing.computeIfAbsent(key, any -> new ArrayList<>()).add(at);
            }
        }
        Set<Long> pairs = new HashSet<>();
        sharing.values().stream().filter(block -> block.size() <= Blocking.MOST_SHARING).forEach(block -> {
            for (int left : block) {
                for (int right : block) {
                    if (left < right && counts.test(all.get(left), all.get(right))) {
                        pairs.add((long) left << 32 | right);
                    }
                }
            }
        });
        int[] counted = new int[4];
        for (long pair : pairs) {
            Sample one = all.get((int) (pair >> 32));
            Sample other = all.get((int) pair);
            Verdict verdict = policy.compare(one.traits(), other.traits()).verdict();
            boolean right = one.truth().equals(other.truth());
            if (verdict != Verdict.APART) {
                int at = verdict == Verdict.CERTAIN ? 0 : 2;
                counted[at]++;
                counted[at + 1] += right ? 1 : 0;
            }
        }
        Figures figures = new Figures(name, pairs.size(), truePairs(all), counted[0], counted[1], counted[2], counted[3]);
        System.out.println(figures);
        return figures;
    }

    private static int truePairs(List<Sample> all) {
        Map<String, Integer> sizes = new HashMap<>();
        all.forEach(one -> sizes.merge(one.truth(), 1, Integer::sum));
        return sizes.values().stream().mapToInt(size -> size * (size - 1) / 2).sum();
    }

    private static String person(Map<String, String> row) {
        return row.get("rec_id").replaceAll("^rec-(\\d+)-.*", "$1");
    }

    private static List<Sample> read(String file, String id, java.util.function.Function<Map<String, String>, String> truth) {
        return read(file, id, truth, Set.of());
    }

    private static List<Sample> read(String file, String id, java.util.function.Function<Map<String, String>, String> truth, Set<String> without) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(MatchingSamplesTest.class.getResourceAsStream("duplicates/" + file), StandardCharsets.UTF_8))) {
            String[] heading = lines.readLine().split(", *", -1);
            List<Sample> samples = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(", *", -1);
                Map<String, String> row = new HashMap<>();
                Traits.Collecting collecting = Traits.collecting();
                for (int at = 0; at < heading.length; at++) {
                    row.put(heading[at], cells[at]);
                    if (COLUMNS.containsKey(heading[at]) && !without.contains(heading[at])) {
                        collecting.with(COLUMNS.get(heading[at]), cells[at]);
                    }
                }
                samples.add(new Sample(row.get(id), truth.apply(row), collecting.done()));
            }
            return samples;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
