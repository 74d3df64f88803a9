// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentence behind a code, in the caller's language. The texts are those of the screens. */
public final class Words {
    private static final String ERRORS = "il.moked.shared.ui.errors";
    private static final Locale HEBREW = Locale.forLanguageTag("he");

    private Words() {
    }

    /** Hebrew, unless English is asked for before it. */
    public static Locale language(List<Locale> accepted) {
        for (Locale locale : accepted) {
            if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
                return Locale.ENGLISH;
            }
            if (locale.getLanguage().equals(HEBREW.getLanguage())) {
                return HEBREW;
            }
        }
        return HEBREW;
    }

    public static String text(String code, Locale locale, Object... arguments) {
        ResourceBundle errors = ResourceBundle.getBundle(ERRORS, locale, Words.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        boolean known = errors.containsKey(code);
        Object[] filled = known ? arguments : new Object[] {code};
        return new MessageFormat(errors.getString(known ? code : "shared.refused"), locale).format(filled);
    }
}
