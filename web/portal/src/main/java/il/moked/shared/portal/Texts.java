// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import il.moked.shared.BusinessException;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** Texts that are not written in a page but chosen in code. */
@ApplicationScoped
public class Texts {
    /** @param bundle base name @param arguments numbers are written without grouping or fraction */
    public String text(String bundle, String key, Locale locale, Object... arguments) {
        String pattern = bundle(bundle, locale).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** What a refusal means, in the reader's language. */
    public String refusal(BusinessException refused, Locale locale) {
        return Problems.text(refused, locale);
    }

    /** All texts of a bundle whose keys begin so, without that beginning: what a script is given. */
    public Map<String, String> under(String bundle, String prefix, Locale locale) {
        ResourceBundle texts = bundle(bundle, locale);
        Map<String, String> found = new TreeMap<>();
        texts.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(key -> found.put(key.substring(prefix.length()), texts.getString(key)));
        return found;
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Texts.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
