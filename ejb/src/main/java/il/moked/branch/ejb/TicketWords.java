// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrival;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.shared.ejb.PortalAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A number as its owner reads it on his telephone: where, his place, about how long, and where he can look again. */
@ApplicationScoped
class TicketWords {
    @Inject
    Places places;
    @Inject
    CustomerTexts texts;
    @Inject
    PortalAddress portal;

    /** @param key of the device that gave it, by which its page is found; null when it has none */
    String of(Arrival arrival, String key, String language) {
        Places.Place place = places.of(arrival);
        String wait = place.minutes() == null ? texts.text("ticket-unknown", language) : texts.text("ticket-minutes", language, place.minutes());
        String text = texts.text(arrival.state() == Arrival.State.EXPECTED ? "ticket-home" : "ticket-place", language, arrival.branch().name(language), arrival.number().orElse(""), place.before(), wait);
        return portal.page("/branch/" + arrival.branch().code() + "/ticket/" + key).filter(page -> key != null).map(page -> text + "\n" + page).orElse(text);
    }
}
