// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.Arrays;
import java.util.Optional;

/** A word from outside that is to be one of the names of an enum. */
public final class OneOf {
    private OneOf() {
    }

    /** @param written null for none. @return empty when it is no such name */
    public static <E extends Enum<E>> Optional<E> named(Class<E> type, String written) {
        return Arrays.stream(type.getEnumConstants()).filter(member -> member.name().equals(written)).findFirst();
    }

    /** What a page sends of itself: anything else is no mistake of who uses it. @throws BusinessException {@code shared.bad-request} */
    public static <E extends Enum<E>> E needed(Class<E> type, String sent) {
        return named(type, sent).orElseThrow(() -> new BusinessException("shared.bad-request"));
    }
}
