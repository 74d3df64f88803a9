// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a card reader types when a card of the organisation is swiped: the number of its customer, and nothing else of the track
 * is looked at. The number of a payment card is none: it is neither kept, shown nor looked for.
 */
public record SwipedCard(String customerNumber) {
    private static final Pattern TRACK = Pattern.compile("(?:%B|%|;)([A-Za-z0-9]{4,19})[\\^=?].*", Pattern.DOTALL);
    private static final int SHORTEST_PAYMENT_CARD = 13;
    private static final int TEN = 10;

    /** Whether a reader typed it, and no person. */
    public static boolean swiped(String typed) {
        return typed != null && !typed.isBlank() && (typed.strip().charAt(0) == '%' || typed.strip().charAt(0) == ';');
    }

    /** Empty: no card of ours. */
    public static Optional<SwipedCard> read(String typed) {
        Matcher track = TRACK.matcher(typed == null ? "" : typed.strip());
        return track.matches() && !paymentCard(track.group(1)) ? Optional.of(new SwipedCard(track.group(1))) : Optional.empty();
    }

    /** Whoever may pay with it has so many digits, and the last one proves them. */
    private static boolean paymentCard(String number) {
        if (number.length() < SHORTEST_PAYMENT_CARD || !number.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            int digit = number.charAt(number.length() - 1 - place) - '0';
            int counted = place % 2 == 1 ? digit * 2 : digit;
            sum += counted / TEN + counted % TEN;
        }
        return sum % TEN == 0;
    }
}
