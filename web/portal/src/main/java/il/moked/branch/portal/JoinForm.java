// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.shared.PhoneNumber;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** How one takes a number from home, as it was typed, right or wrong. No part is null. */
public record JoinForm(String name, String telephone, String reason, String expected) {
    /** Minutes until he is there. */
    static final List<Integer> MINUTES = List.of(10, 20, 30, 45, 60, 90, 120);
    private static final int LONGEST_NAME = 120;

    /** What a problem can be about, in the order of the page. */
    public enum Field { NAME, TELEPHONE, REASON, EXPECTED }

    static JoinForm typed(Function<String, String> parameter) {
        Function<String, String> read = name -> parameter.apply(name) == null ? "" : parameter.apply(name);
        return new JoinForm(read.apply("name"), read.apply("telephone"), read.apply("reason"), read.apply("expected"));
    }

    /** A code for each field that is wrong: {@code missing}, {@code wrong}, {@code mobile} or {@code long}. */
    Map<Field, String> problems() {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        if (name.strip().length() > LONGEST_NAME) {
            problems.put(Field.NAME, "long");
        }
        if (telephone.isBlank()) {
            problems.put(Field.TELEPHONE, "missing");
        } else if (PhoneNumber.parse(telephone).isEmpty()) {
            problems.put(Field.TELEPHONE, "wrong");
        } else if (!PhoneNumber.parse(telephone).get().mobile()) {
            problems.put(Field.TELEPHONE, "mobile");
        }
        if (reason.isBlank()) {
            problems.put(Field.REASON, "missing");
        }
        if (minutes().isEmpty()) {
            problems.put(Field.EXPECTED, "missing");
        }
        return problems;
    }

    OptionalInt minutes() {
        return MINUTES.stream().filter(choice -> choice.toString().equals(expected)).mapToInt(Integer::intValue).findFirst();
    }
}
