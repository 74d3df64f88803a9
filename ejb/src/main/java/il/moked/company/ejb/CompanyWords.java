// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What Moked itself writes to people of companies, in mails and in files, in Hebrew or English. */
final class CompanyWords {
    private static final String BUNDLE = "il.moked.company.ejb.company";

    private final Locale locale;
    private final ResourceBundle bundle;

    CompanyWords(String language) {
        locale = Locale.forLanguageTag(language);
        bundle = ResourceBundle.getBundle(BUNDLE, locale, CompanyWords.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... arguments) {
        return arguments.length == 0 ? bundle.getString(key) : new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    String language() {
        return locale.getLanguage();
    }
}
