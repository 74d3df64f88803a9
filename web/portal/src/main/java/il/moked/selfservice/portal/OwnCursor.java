// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the next page of a list starts, as it stands in an address. */
record OwnCursor(Instant at, long id) {
    private static final Pattern WRITTEN = Pattern.compile("(-?[0-9]{1,11})\\.([0-9]{1,9})-([0-9]{1,18})");

    /** Empty for the first page, and for what is none. */
    static Optional<OwnCursor> read(String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OwnCursor(Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))), Long.parseLong(parts.group(3))));
        } catch (java.time.DateTimeException far) {
            return Optional.empty();
        }
    }

    String written() {
        return at.getEpochSecond() + "." + at.getNano() + "-" + id;
    }
}
