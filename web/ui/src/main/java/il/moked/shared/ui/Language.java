// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import java.util.Locale;
import java.util.Optional;

/** A language the screens speak; its name is written in itself, as a switch shows it. */
public enum Language {
    HEBREW("he", "rtl", "עברית"),
    ENGLISH("en", "ltr", "English");

    private final String code;
    private final String direction;
    private final String ownName;
    private final Locale locale;

    Language(String code, String direction, String ownName) {
        this.code = code;
        this.direction = direction;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(code);
    }

    /** @return the language of this ISO 639-1 code, or empty for anything else, also for null */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    public String code() {
        return code;
    }

    public String direction() {
        return direction;
    }

    public Locale locale() {
        return locale;
    }

    // Expression language reads properties, not record-style methods.
    public String getCode() {
        return code;
    }

    public String getOwnName() {
        return ownName;
    }
}
