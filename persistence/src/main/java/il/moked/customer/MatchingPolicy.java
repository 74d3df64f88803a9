// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.Evidence.Level;
import il.moked.customer.Evidence.Subject;
import il.moked.customer.Likeness.Verdict;
import il.moked.shared.BusinessException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Whether two customers are one, by weighing evidence (I. Fellegi, A. Sunter, A Theory for Record Linkage, 1969): every
 * part that both have adds bits for or against, what one of them lacks adds nothing. The weights are those of a country's
 * population, rounded, not fitted to any file. What a household shares - family name, address, telephone - counts
 * together no more than {@link #MOST_OF_HOUSEHOLD}, so that no number of shared things makes a father and a son one. Near
 * certainty asks for a score and for nothing that contradicts.
 *
 * @param certain bits from which two are taken for one without being looked at
 * @param review bits from which a person looks; below, they are two
 */
public record MatchingPolicy(double certain, double review) {
    /** Goes up with every change of the weights, so that it is known by which a pair was found. */
    public static final int VERSION = 1;
    public static final MatchingPolicy DEFAULT = new MatchingPolicy(18, 9);

    static final double MOST_OF_HOUSEHOLD = 15;
    /** A single thing that speaks so strongly against is never outvoted without a person. */
    private static final double VETO = -6;
    private static final double MOST = 60;
    private static final Set<Subject> PERSONAL = Set.of(Subject.NATIONAL_ID, Subject.COMPANY_NUMBER, Subject.DOCUMENT, Subject.EMAIL);
    private static final double PROOF = 6;
    private static final Set<Subject> CORROBORATING = Set.of(Subject.ADDRESS, Subject.PHONE, Subject.EMAIL);
    private static final double CORROBORATION = 3;

    private static final JaroWinklerSimilarity LIKE = new JaroWinklerSimilarity();
    private static final double CLOSE = 0.92;
    private static final double SIMILAR = 0.84;
    private static final int SHORTEST_CLOSE = 4;
    private static final int SHORTEST_SIMILAR = 6;

    public MatchingPolicy {
        if (!(review >= 1 && review <= certain && certain <= MOST)) {
            throw new BusinessException("customer.match-thresholds", review, certain);
        }
    }

    public Likeness compare(Traits one, Traits other) {
        List<Evidence> evidence = new ArrayList<>();
        numbers(one, other, evidence);
        names(one, other, evidence);
        birthDate(one.birthDate(), other.birthDate(), evidence);
        emails(one.emails(), other.emails(), evidence);
        phones(one.phones(), other.phones(), evidence);
        address(one, other, evidence);
        household(evidence);
        double score = evidence.stream().mapToDouble(Evidence::weight).sum();
        Verdict verdict = score >= certain && nearCertain(evidence) ? Verdict.CERTAIN : score >= review ? Verdict.REVIEW : Verdict.APART;
        return new Likeness(score, verdict, evidence);
    }

    /**
     * What a score alone does not tell. A number or mailbox of his own proves a person, if either his given name
     * or his birthday is not against it: a husband's number is found on his wife's card. Without one, somebody of the same name and birthday is often another (there are many of the name Moshe
     * Cohen), and somebody of the same family, birthday and address but another given name is a twin.
     */
    private static boolean nearCertain(List<Evidence> evidence) {
        if (evidence.stream().anyMatch(item -> item.level() == Level.CONTRADICTING)) {
            return false;
        }
        boolean proved = evidence.stream().anyMatch(item -> PERSONAL.contains(item.subject()) && item.weight() >= PROOF);
        boolean corroborated = evidence.stream().anyMatch(item -> CORROBORATING.contains(item.subject()) && item.weight() >= CORROBORATION);
        boolean alike = evidence.stream().anyMatch(item -> item.isFor() && (item.subject() == Subject.NAME || item.subject() == Subject.GIVEN_NAME));
        boolean named = alike && evidence.stream().noneMatch(item -> item.subject() == Subject.GIVEN_NAME && item.level() == Level.PARTLY);
        boolean born = evidence.stream().anyMatch(item -> item.isFor() && item.subject() == Subject.BIRTH_DATE);
        boolean vetoed = evidence.stream().anyMatch(item -> item.weight() <= VETO && item.subject() != Subject.HOUSEHOLD);
        return vetoed ? proved && (alike || born) : proved || corroborated && named;
    }

    private static void numbers(Traits one, Traits other, List<Evidence> evidence) {
        number(Subject.NATIONAL_ID, one.nationalIds(), other.nationalIds(), Traits.valid(one.nationalIds()) && Traits.valid(other.nationalIds()), 14, evidence);
        number(Subject.COMPANY_NUMBER, one.companyNumbers(), other.companyNumbers(), true, 14, evidence);
        number(Subject.DOCUMENT, one.documents(), other.documents(), false, 14, evidence);
        boolean named = (one.full().given() || one.namesApart()) && (other.full().given() || other.namesApart());
        if (one.company() != other.company() && named) {
            evidence.add(new Evidence(Subject.KIND, Level.DIFFERENT, -5));
        }
    }

    /** @param checked both are known to be typed correctly, so that another number is another person */
    private static void number(Subject subject, Set<String> one, Set<String> other, boolean checked, double same, List<Evidence> evidence) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        if (!Collections.disjoint(one, other)) {
            evidence.add(new Evidence(subject, Level.SAME, same));
            return;
        }
        int slips = fewestSlips(one, other, 3);
        if (checked) {
            evidence.add(new Evidence(subject, Level.CONTRADICTING, slips == 1 ? -4 : -10));
        } else if (slips <= 1) {
            evidence.add(new Evidence(subject, Level.CLOSE, 7));
        } else if (slips == 2) {
            evidence.add(new Evidence(subject, Level.PARTLY, 1.5));
        } else {
            evidence.add(new Evidence(subject, Level.DIFFERENT, -2));
        }
    }

    /** Only of numbers long enough that a slip leaves them recognisable. */
    private static int fewestSlips(Collection<String> one, Collection<String> other, int most) {
        int fewest = most;
        for (String left : one) {
            for (String right : other) {
                if (Math.min(left.length(), right.length()) >= SHORTEST_SIMILAR) {
                    fewest = Math.min(fewest, slips(left, right, most));
                }
            }
        }
        return fewest;
    }

    /**
     * Letters put in, left out, taken for another or exchanged with the next (optimal string alignment); {@code most} when
     * it is that many or more. Counted here because commons-text 1.15 compares letters beyond ASCII by identity: there, no
     * Hebrew letter is like another.
     */
    static int slips(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) >= most) {
            return most;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            last[at] = at;
        }
        for (int left = 1; left <= one.length(); left++) {
            row[0] = left;
            int least = left;
            for (int right = 1; right <= other.length(); right++) {
                int taken = last[right - 1] + (one.charAt(left - 1) == other.charAt(right - 1) ? 0 : 1);
                row[right] = Math.min(taken, Math.min(last[right], row[right - 1]) + 1);
                boolean exchanged = left > 1 && right > 1 && one.charAt(left - 1) == other.charAt(right - 2) && one.charAt(left - 2) == other.charAt(right - 1);
                if (exchanged) {
                    row[right] = Math.min(row[right], beforeLast[right - 2] + 1);
                }
                least = Math.min(least, row[right]);
            }
            if (least >= most) {
                return most;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.min(most, last[other.length()]);
    }

    /** How alike two names are, from 0 (not at all) to 1 (the same). */
    private static double likeness(NameForm one, NameForm other) {
        if (one.letters().equals(other.letters())) {
            return 1;
        }
        String left = one.letters();
        String right = other.letters();
        int shorter = Math.min(left.length(), right.length());
        if (one.hebrew() != other.hebrew()) {
            return sound(one, other, 2) ? 0.8 : 0;
        }
        if (left.replace(" ", "").equals(right.replace(" ", "")) || one.bare().equals(other.bare())) {
            return 0.8;
        }
        if (shorter == 1) {
            return left.charAt(0) == right.charAt(0) ? 0.2 : 0;
        }
        int slips = slips(left, right, 4);
        double like = LIKE.apply(left, right);
        if (like >= CLOSE && slips <= 3 || slips == 1 && shorter >= SHORTEST_CLOSE) {
            return 0.75;
        }
        if (withinWords(one, other)) {
            return 0.6;
        }
        if (slips == 1 && shorter >= 3 || like >= SIMILAR || slips == 2 && shorter >= SHORTEST_SIMILAR || shorter >= SHORTEST_CLOSE && anagram(left, right) || sound(one, other, 3) && like >= 0.7) {
            return 0.35;
        }
        return 0;
    }

    /** As {@link #likeness}, but what differs at the first or last letter alone may be a sister or a twin: Amit and Amir, Daniel and Daniela, Tal and Gal. */
    private static double givenLikeness(NameForm one, NameForm other) {
        double likeness = likeness(one, other);
        boolean close = likeness == 0.75 || likeness == 0.8 && one.hebrew() && other.hebrew();
        return close && atTheEdge(one.letters(), other.letters()) ? 0.35 : likeness;
    }

    private static boolean atTheEdge(String one, String other) {
        if (one.startsWith(other) || other.startsWith(one) || one.endsWith(other) || other.endsWith(one)) {
            return true;
        }
        return one.length() == other.length() && (one.substring(1).equals(other.substring(1)) || one.regionMatches(0, other, 0, one.length() - 1));
    }

    private static boolean anagram(String one, String other) {
        return one.length() == other.length() && java.util.Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }

    private static boolean sound(NameForm one, NameForm other, int shortest) {
        return one.sounds().stream().anyMatch(sound -> sound.length() >= shortest && other.sounds().contains(sound));
    }

    /** All words of the shorter are words of the longer: second names left out. */
    private static boolean withinWords(NameForm one, NameForm other) {
        Set<String> left = new HashSet<>(one.words());
        Set<String> right = new HashSet<>(other.words());
        return left.size() != right.size() && (left.containsAll(right) || right.containsAll(left)) || left.equals(right);
    }

    private static void names(Traits one, Traits other, List<Evidence> evidence) {
        if (one.company() || other.company() || !one.namesApart() || !other.namesApart()) {
            wholeName(one, other, evidence);
            return;
        }
        double family = both(one.family(), other.family()) ? likeness(one.family(), other.family()) : Double.NaN;
        double given = both(one.given(), other.given()) ? givenLikeness(one.given(), other.given()) : Double.NaN;
        double familyAsGiven = both(one.family(), other.given()) ? likeness(one.family(), other.given()) : Double.NaN;
        double givenAsFamily = both(one.given(), other.family()) ? likeness(one.given(), other.family()) : Double.NaN;
        double straight = weight(family, 7, -4) + weight(given, 6, -7);
        double swapped = weight(familyAsGiven, 6.5, -5) + weight(givenAsFamily, 6.5, -5) - 1;
        if (swapped > straight && (familyAsGiven > 0 || givenAsFamily > 0)) {
            evidence.add(new Evidence(Subject.NAME, Level.SWAPPED, swapped));
            return;
        }
        name(Subject.FAMILY_NAME, family, 7, -4, evidence);
        name(Subject.GIVEN_NAME, given, 6, -7, evidence);
    }

    private static boolean both(NameForm one, NameForm other) {
        return one.given() && other.given();
    }

    private static double weight(double likeness, double same, double different) {
        return Double.isNaN(likeness) ? 0 : likeness == 0 ? different : same * likeness;
    }

    private static void name(Subject subject, double likeness, double same, double different, List<Evidence> evidence) {
        if (!Double.isNaN(likeness)) {
            evidence.add(new Evidence(subject, level(likeness), weight(likeness, same, different)));
        }
    }

    private static Level level(double likeness) {
        return likeness == 1 ? Level.SAME : likeness >= 0.7 ? Level.CLOSE : likeness > 0 ? Level.PARTLY : Level.DIFFERENT;
    }

    /** Word by word, in any order: of a company, or of somebody of whom nobody knows which word is which. */
    private static void wholeName(Traits one, Traits other, List<Evidence> evidence) {
        NameForm left = one.full();
        NameForm right = other.full();
        if (!both(left, right)) {
            return;
        }
        List<NameForm> fewer = left.words().size() <= right.words().size() ? forms(left) : forms(right);
        List<NameForm> more = left.words().size() <= right.words().size() ? forms(right) : forms(left);
        double sum = 0;
        List<NameForm> free = new ArrayList<>(more);
        for (NameForm word : fewer) {
            NameForm best = free.stream().max(java.util.Comparator.comparingDouble(candidate -> likeness(word, candidate))).orElseThrow();
            sum += likeness(word, best);
            free.remove(best);
        }
        double share = sum / Math.max(fewer.size(), (fewer.size() + more.size()) / 2.0);
        double whole = left.words().size() == 1 && right.words().size() == 1 ? 7 : 12;
        double weight = share >= 0.5 ? whole * (fewer.size() == 1 && more.size() > 1 ? Math.min(share, 0.4) : share) : share >= 0.3 ? 0 : -5;
        evidence.add(new Evidence(Subject.NAME, share == 1 ? Level.SAME : share >= 0.7 ? Level.CLOSE : share >= 0.3 ? Level.PARTLY : Level.DIFFERENT, weight));
    }

    private static List<NameForm> forms(NameForm name) {
        return name.words().stream().map(NameForm::of).toList();
    }

    private static void birthDate(String one, String other, List<Evidence> evidence) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        if (one.equals(other)) {
            // the day of those who know only the year
            boolean newYear = one.endsWith("0101");
            evidence.add(new Evidence(Subject.BIRTH_DATE, Level.SAME, newYear ? 6 : 10));
            return;
        }
        String exchanged = one.substring(0, 4) + one.substring(6) + one.substring(4, 6);
        if (exchanged.equals(other)) {
            evidence.add(new Evidence(Subject.BIRTH_DATE, Level.SWAPPED, 7));
            return;
        }
        int slips = slips(one, other, 4);
        int parts = (one.substring(0, 4).equals(other.substring(0, 4)) ? 1 : 0) + (one.substring(4, 6).equals(other.substring(4, 6)) ? 1 : 0) + (one.substring(6).equals(other.substring(6)) ? 1 : 0);
        if (slips == 1) {
            evidence.add(new Evidence(Subject.BIRTH_DATE, Level.CLOSE, 5));
        } else if (slips == 2 && parts == 2) {
            evidence.add(new Evidence(Subject.BIRTH_DATE, Level.PARTLY, 2));
        } else if (parts == 2) {
            evidence.add(new Evidence(Subject.BIRTH_DATE, Level.PARTLY, 0.5));
        } else {
            evidence.add(new Evidence(Subject.BIRTH_DATE, Level.DIFFERENT, slips == 2 ? -1 : -6));
        }
    }

    private static void emails(Set<String> one, Set<String> other, List<Evidence> evidence) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        if (!Collections.disjoint(one, other)) {
            evidence.add(new Evidence(Subject.EMAIL, Level.SAME, 9));
        } else if (one.stream().anyMatch(left -> other.stream().anyMatch(right -> left.length() > 8 && slips(left, right, 3) <= 2))) {
            evidence.add(new Evidence(Subject.EMAIL, Level.CLOSE, 6));
        } else if (one.stream().map(MatchingPolicy::mailbox).anyMatch(left -> left.length() >= SHORTEST_SIMILAR && other.stream().map(MatchingPolicy::mailbox).anyMatch(left::equals))) {
            evidence.add(new Evidence(Subject.EMAIL, Level.PARTLY, 4));
        } else if (one.stream().anyMatch(left -> other.stream().anyMatch(right -> slips(left, right, 6) <= 5 && LIKE.apply(left, right) >= CLOSE))) {
            evidence.add(new Evidence(Subject.EMAIL, Level.PARTLY, 3));
        } else {
            evidence.add(new Evidence(Subject.EMAIL, Level.DIFFERENT, -1));
        }
    }

    static String mailbox(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private static void phones(Set<String> one, Set<String> other, List<Evidence> evidence) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        if (!Collections.disjoint(one, other)) {
            evidence.add(new Evidence(Subject.PHONE, Level.SAME, 7));
        } else if (fewestSlips(one, other, 2) == 1) {
            evidence.add(new Evidence(Subject.PHONE, Level.CLOSE, 3));
        } else {
            evidence.add(new Evidence(Subject.PHONE, Level.DIFFERENT, -0.5));
        }
    }

    /** Part by part; streets and second lines also crosswise, because people write into either. Another address says little: people move. */
    private static void address(Traits one, Traits other, List<Evidence> evidence) {
        if (!one.addressGiven() || !other.addressGiven()) {
            return;
        }
        double straight = place(one.street(), other.street(), 3.5) + place(one.line(), other.line(), 2);
        double crossed = place(one.street(), other.line(), 3) + place(one.line(), other.street(), 3);
        double sum = Math.max(straight, crossed) + place(one.city(), other.city(), 2) + (both(one.region(), other.region()) && one.region().letters().equals(other.region().letters()) ? 0.5 : 0);
        if (!one.house().isEmpty() && !other.house().isEmpty()) {
            sum += one.house().equals(other.house()) ? 2 : -0.5;
        }
        if (!one.postcode().isEmpty() && !other.postcode().isEmpty()) {
            sum += one.postcode().equals(other.postcode()) ? 2 : slips(one.postcode(), other.postcode(), 2) == 1 ? 0.5 : -0.5;
        }
        double weight = Math.max(-2, Math.min(8, sum));
        evidence.add(new Evidence(Subject.ADDRESS, weight >= 7 ? Level.SAME : weight >= 4 ? Level.CLOSE : weight > 0 ? Level.PARTLY : Level.DIFFERENT, weight));
    }

    private static double place(NameForm one, NameForm other, double same) {
        if (!both(one, other)) {
            return 0;
        }
        double likeness = likeness(one, other);
        return likeness == 0 ? -0.5 : same * likeness;
    }

    private static void household(List<Evidence> evidence) {
        double shared = evidence.stream().filter(item -> item.isFor() && Set.of(Subject.FAMILY_NAME, Subject.ADDRESS, Subject.PHONE).contains(item.subject())).mapToDouble(Evidence::weight).sum();
        if (shared > MOST_OF_HOUSEHOLD) {
            evidence.add(new Evidence(Subject.HOUSEHOLD, Level.SHARED, MOST_OF_HOUSEHOLD - shared));
        }
    }
}
