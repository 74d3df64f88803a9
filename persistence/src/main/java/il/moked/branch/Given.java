// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.ShownText;
import java.util.regex.Pattern;

/** What an administrator gives for branches and reasons, checked; what is wrong is refused with its field as first argument. */
final class Given {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;

    private Given() {
    }

    /** @throws BusinessException {@code shared.field-missing}, {@code shared.code} */
    static String code(String field, String given) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (!CODE.matcher(given.strip()).matches()) {
            throw new BusinessException("shared.code", field);
        }
        return given.strip();
    }

    /** @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long} with hebrewName or englishName */
    static Names names(String hebrew, String english) {
        return new Names(line("hebrewName", hebrew, LONGEST_NAME), line("englishName", english, LONGEST_NAME));
    }

    static String line(String field, String given, int longest) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (given.strip().length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return ShownText.line(given, longest);
    }

    static int whole(String field, int given, int least, int most) {
        if (given < least || given > most) {
            throw new BusinessException("shared.field-range", field, least, most);
        }
        return given;
    }
}
