// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.shared.Money;
import java.time.LocalDate;

/** An {@link Offer} as it is told and decided upon. @param leadTeam who closes it, null when an agent may */
public record Offering(long id, String code, String hebrewName, String englishName, String hebrewScript, String englishScript, String sku, Money worth, int priority, LocalDate firstDay, LocalDate lastDay, boolean paused, Long leadTeam,
        OfferTerms terms) {
    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    /** What the agent says, in the language of the customer. */
    public String script(String language) {
        return "he".equals(language) ? hebrewScript : englishScript;
    }

    public boolean lead() {
        return leadTeam != null;
    }
}
