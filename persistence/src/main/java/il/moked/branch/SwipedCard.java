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
    /** A payment card has at least so many digits in a row; no number of a customer has. */
    private static final Pattern PAYMENT_CARD = Pattern.compile("[0-9]{13}");

    /** Whether a reader typed it, and no person. */
    public static boolean swiped(String typed) {
        return typed != null && !typed.isBlank() && (typed.strip().charAt(0) == '%' || typed.strip().charAt(0) == ';');
    }

    /** Empty: no card of ours. */
    public static Optional<SwipedCard> read(String typed) {
        Matcher track = TRACK.matcher(typed == null ? "" : typed.strip());
        return track.matches() && !PAYMENT_CARD.matcher(track.group(1)).find() ? Optional.of(new SwipedCard(track.group(1))) : Optional.empty();
    }
}
