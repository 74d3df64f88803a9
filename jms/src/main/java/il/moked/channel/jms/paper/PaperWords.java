// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said of and on faxes and letters, in Hebrew or English. */
public final class PaperWords {
    private static final String BUNDLE = "il.moked.channel.jms.paper.paper";

    private PaperWords() {
    }

    public static String text(String key, String language, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, PaperWords.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
