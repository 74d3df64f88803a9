// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** The texts of the chat as its scripts need them. */
@ApplicationScoped
public class ChatWords {
    private static final String BUNDLE = "il.moked.interaction.portal.chat";

    @Inject
    Texts texts;

    String refusal(BusinessException refused, Locale locale) {
        return texts.refusal(refused, locale);
    }

    /** The texts whose keys begin so, as JSON that may stand inside a script element. */
    String json(String prefix, Locale locale) {
        return object(prefix, locale).build().toString().replace("<", "\\u003c");
    }

    JsonObjectBuilder object(String prefix, Locale locale) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        texts.under(BUNDLE, prefix, locale).forEach(json::add);
        return json;
    }
}
