// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mailbox in the form it is compared by: trimmed and lower case (domains ignore case, and no provider in use tells local parts apart by it). */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\"(),;:\\\\\\[\\]\\p{Cntrl}]+@[^\\s@<>\"(),;:\\\\\\p{Cntrl}]+");

    public EmailAddress {
        if (value == null || value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new BusinessException("shared.email", String.valueOf(value));
        }
    }

    public static Optional<EmailAddress> parse(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String value = written.strip().toLowerCase(Locale.ROOT);
        return value.length() <= LONGEST && SHAPE.matcher(value).matches() ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
