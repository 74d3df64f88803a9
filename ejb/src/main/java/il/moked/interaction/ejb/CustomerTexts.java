// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences Moked itself writes to customers, in their language. */
@ApplicationScoped
public class CustomerTexts {
    private static final String BUNDLE = "il.moked.interaction.ejb.customer";

    public String text(String key, String language, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, CustomerTexts.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
