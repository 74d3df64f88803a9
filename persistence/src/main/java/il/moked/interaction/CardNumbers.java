// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.ShownText;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Payment card numbers must not be kept (PCI DSS): 13 to 19 digits that pass the Luhn check are masked but for the last four, whether written
 * in one, in the groups that stand on cards, or in any others with nothing beside them. No card begins with 0 (ISO/IEC 7812-1), and a telephone
 * number or a date beside another number is no part of one: of such pairs every tenth would pass the check.
 */
public final class CardNumbers {
    /** Telephone numbers and dates. */
    private static final Pattern APART = Pattern.compile("(?<![0-9])(?:(?:\\+?972[ \u00A0-]?|0)(?:[57][0-9]|[23489])[ \u00A0-]?[0-9]{3}[ \u00A0-]?[0-9]{4}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-(?:19|20)[0-9]{2})(?![0-9])");
    /** Groups of digits, one space or hyphen between them. */
    private static final Pattern GROUPS = Pattern.compile("[0-9]++(?:[ \u00A0-][0-9]++)*+");
    private static final Pattern GROUP = Pattern.compile("[0-9]+");
    /** In one, four by four, or as American Express and Diners Club write theirs. */
    private static final Pattern AS_ON_CARDS = Pattern.compile("[0-9]+|(?:[0-9]{4}[ \u00A0-]){3}[0-9]{1,4}(?:[ \u00A0-][0-9]{1,3})?|[0-9]{4}[ \u00A0-][0-9]{6}[ \u00A0-][0-9]{4,5}");
    /** Four by four, with what people also write between them. */
    private static final Pattern FOUR_BY_FOUR = Pattern.compile("(?<![0-9])[0-9]{4}([./–]| {2})[0-9]{4}\\1[0-9]{4}\\1[0-9]{4}(?![0-9])");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final int FEWEST = 13;
    private static final int MOST = 19;
    private static final int SHOWN = 4;

    private CardNumbers() {
    }

    public static String masked(String text) {
        if (text == null || text.chars().filter(unit -> unit >= '0' && unit <= '9').limit(FEWEST).count() < FEWEST) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Matcher apart = APART.matcher(text); apart.find(); from = apart.end()) {
            masked.append(maskedBetween(text.substring(from, apart.start()))).append(apart.group());
        }
        return masked.append(maskedBetween(text.substring(from))).toString();
    }

    private static String maskedBetween(String part) {
        String others = FOUR_BY_FOUR.matcher(part).replaceAll(found -> isCard(found.group(), found.group()) ? lastOf(found.group()) : found.group());
        return GROUPS.matcher(others).replaceAll(groups -> maskedGroups(groups.group()));
    }

    private static String lastOf(String number) {
        String digits = digits(number);
        return "•••• " + digits.substring(digits.length() - SHOWN);
    }

    /** A date or a security code may follow a card, and an identity number come before it: of the groups those that make one are masked. */
    private static String maskedGroups(String written) {
        List<MatchResult> groups = GROUP.matcher(written).results().toList();
        StringBuilder masked = new StringBuilder();
        int kept = 0;
        for (int first = 0; first < groups.size(); first++) {
            int last = lastOfCard(written, groups, first);
            if (last >= first) {
                int end = groups.get(last).end();
                masked.append(written, kept, groups.get(first).start()).append(lastOf(written.substring(groups.get(first).start(), end)));
                kept = end;
                first = last;
            }
        }
        return masked.append(written, kept, written.length()).toString();
    }

    /** @return the last group of the longest card that begins with one, the group before that one when none does */
    private static int lastOfCard(String written, List<MatchResult> groups, int first) {
        int last = Math.min(groups.size(), first + MOST) - 1;
        while (last >= first && !isCard(written.substring(groups.get(first).start(), groups.get(last).end()), written)) {
            last--;
        }
        return last;
    }

    private static boolean isCard(String number, String written) {
        String digits = digits(number);
        return digits.length() >= FEWEST && digits.length() <= MOST && digits.charAt(0) != '0' && (number.length() == written.length() || AS_ON_CARDS.matcher(number).matches()) && luhn(digits);
    }

    private static String digits(String number) {
        return NO_DIGIT.matcher(number).replaceAll("");
    }

    /** Masked, and then cut: of a number that does not fit its beginning would be left. */
    public static String line(String text, int length) {
        return ShownText.line(masked(text), length);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int fromEnd = 0; fromEnd < digits.length(); fromEnd++) {
            int digit = digits.charAt(digits.length() - 1 - fromEnd) - '0';
            int weighted = fromEnd % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
