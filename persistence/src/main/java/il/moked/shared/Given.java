// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.regex.Pattern;

/** What an administrator gives, checked; what is wrong is refused with its field as first argument. */
public final class Given {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;

    private Given() {
    }

    /** By which something is known. @throws BusinessException {@code shared.field-missing}, {@code shared.code} */
    public static String code(String field, String given) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (!CODE.matcher(given.strip()).matches()) {
            throw new BusinessException("shared.code", field);
        }
        return given.strip();
    }

    /** @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long} with hebrewName or englishName */
    public static Names names(String hebrew, String english) {
        return new Names(line("hebrewName", hebrew, LONGEST_NAME), line("englishName", english, LONGEST_NAME));
    }

    /** @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long} */
    public static String line(String field, String given, int longest) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (given.strip().length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return ShownText.line(given, longest);
    }

    /** @throws BusinessException {@code shared.field-range} */
    public static int whole(String field, int given, int least, int most) {
        if (given < least || given > most) {
            throw new BusinessException("shared.field-range", field, least, most);
        }
        return given;
    }
}
