// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where somebody lives or a company sits. Any part may be null: not known. */
@Embeddable
public record PostalAddress(String street, String house, String city, @Column(length = 10) String postcode) {
    public static final PostalAddress UNKNOWN = new PostalAddress(null, null, null, null);

    /** In one line, as on an envelope; empty when nothing is known. */
    public String line() {
        String door = Stream.of(street, house).filter(Objects::nonNull).collect(Collectors.joining(" "));
        String place = Stream.of(city, postcode).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(door, place).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    public boolean unknown() {
        return equals(UNKNOWN);
    }

    /** All four parts, so that {@link #read} makes the same address of it. */
    String written() {
        return Stream.of(street, house, city, postcode).map(part -> part == null ? "" : part).collect(Collectors.joining("\n"));
    }

    static PostalAddress read(String written) {
        String[] parts = written.split("\n", -1);
        return new PostalAddress(known(parts[0]), known(parts[1]), known(parts[2]), known(parts[3]));
    }

    private static String known(String part) {
        return part.isEmpty() ? null : part;
    }
}
