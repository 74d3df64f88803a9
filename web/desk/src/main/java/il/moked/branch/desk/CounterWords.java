// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Sentences of the counter, in the reader's language. */
@RequestScoped
public class CounterWords {
    @Inject
    ActiveLocale locale;

    public String text(String key, Object... arguments) {
        return new MessageFormat(ResourceBundle.getBundle("il.moked.branch.desk.counter", locale.getLocale()).getString(key), locale.getLocale()).format(arguments);
    }
}
