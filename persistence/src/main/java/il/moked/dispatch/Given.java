// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.ShownText;
import java.util.regex.Pattern;

/** What an administrator gives for technicians, kinds and towns, checked; what is wrong is refused with its field as first argument. */
final class Given {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;

    private Given() {
    }

    /** By which a skill, tool, territory, kind or town is known. @throws BusinessException {@code shared.field-missing}, {@code shared.code} */
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
        return new Names(name("hebrewName", hebrew), name("englishName", english));
    }

    private static String name(String field, String given) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (given.strip().length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
        }
        return ShownText.line(given, LONGEST_NAME);
    }
}
