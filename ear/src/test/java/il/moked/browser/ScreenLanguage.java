// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

/** The languages of the screens, with the few words of each that tests expect to read. */
enum ScreenLanguage {
    HEBREW("he", "rtl", "English"), ENGLISH("en", "ltr", "עברית");

    private final String code;
    private final String direction;
    private final String other;

    ScreenLanguage(String code, String direction, String other) {
        this.code = code;
        this.direction = direction;
        this.other = other;
    }

    String code() {
        return code;
    }

    String direction() {
        return direction;
    }

    /** How the link to the other language names that language. */
    String other() {
        return other;
    }

    String either(String hebrew, String english) {
        return this == HEBREW ? hebrew : english;
    }
}
