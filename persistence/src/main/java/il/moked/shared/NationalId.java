// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.Optional;

/**
 * An Israeli identity number, nine digits with a check digit: weights 1,2,1,2…, digits of the products added, sum
 * divisible by ten. The check catches typing errors; it identifies nobody.
 */
public record NationalId(String digits) {
    private static final int LENGTH = 9;

    public NationalId {
        if (!valid(digits)) {
            throw new BusinessException("shared.national-id");
        }
    }

    /** Accepts five to nine digits, padded with zeros on the left. */
    public static Optional<NationalId> parse(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String bare = written.strip().replace("-", "").replace(" ", "");
        if (!bare.matches("[0-9]{5,9}")) {
            return Optional.empty();
        }
        String padded = "0".repeat(LENGTH - bare.length()) + bare;
        return valid(padded) ? Optional.of(new NationalId(padded)) : Optional.empty();
    }

    private static boolean valid(String digits) {
        if (digits == null || !digits.matches("[0-9]{9}") || digits.equals("000000000")) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < LENGTH; place++) {
            int product = (digits.charAt(place) - '0') * (place % 2 + 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /** For screens: only the last three digits. */
    public String masked() {
        return "••••••" + digits.substring(LENGTH - 3);
    }

    @Override
    public String toString() {
        return masked();
    }
}
