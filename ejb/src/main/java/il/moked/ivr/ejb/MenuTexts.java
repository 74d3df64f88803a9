// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences that menus say by themselves. */
@ApplicationScoped
class MenuTexts {
    private static final String BUNDLE = "il.moked.ivr.ejb.menu";

    String text(String key, String language, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, MenuTexts.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** Left to right, whatever stands around it: amounts, numbers, hours. */
    static String isolated(String value) {
        return "\u2066" + value + "\u2069";
    }
}
