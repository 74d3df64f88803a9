// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import il.moked.shared.BusinessException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentence behind the code of a refusal, in the language of whoever reads it. */
public final class Problems {
    private static final String BUNDLE = "il.moked.shared.ui.errors";

    private Problems() {
    }

    public static String text(BusinessException refusal, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, Problems.class.getClassLoader());
        try {
            return new MessageFormat(texts.getString(refusal.code()), locale).format(refusal.arguments().toArray());
        } catch (MissingResourceException unknown) {
            return new MessageFormat(texts.getString("shared.refused"), locale).format(new Object[] {refusal.code()});
        }
    }
}
