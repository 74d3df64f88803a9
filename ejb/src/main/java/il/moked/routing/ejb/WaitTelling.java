// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.Commanding;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.interaction.Interactions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.ExpectedWaits.Outlook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Place and expected wait in words, and the one receipt of whoever writes on a channel of short texts. */
@ApplicationScoped
public class WaitTelling {
    @Inject
    CustomerTexts texts;
    @Inject
    Acknowledging acknowledging;
    @Inject
    Commanding commanding;
    @Inject
    Interactions interactions;
    @Inject
    WorkItems workItems;
    @Inject
    ExpectedWaits waits;

    void waiting(@Observes WorkWaiting event) {
        if (!event.channel().live() && interactions.get(event.interactionId()).messages() == 1 && acknowledging.tellsPlace(event.interactionId())) {
            workItems.look(event.interactionId()).ifPresent(item -> acknowledging.receiptWithPlace(event.interactionId(), words(waits.announced(item), interactions.get(event.interactionId()).language())));
        }
    }

    /** Whoever was put through to another line hears where he stands there. */
    void toCaller(WorkItem item) {
        if (item.kind() == WorkItem.Kind.CONTACT && item.channel().spoken() && commanding.dials(item.interactionId())) {
            String language = interactions.get(item.interactionId()).language();
            commanding.announce(item.interactionId(), texts.text("wait-transferred", language) + " " + words(waits.announced(item), language), language, "");
        }
    }

    String words(Outlook outlook, String language) {
        String place = outlook.before() == 0 ? texts.text("wait-next", language)
                : outlook.place() > WorkItems.COUNT_LIMIT ? texts.text("wait-many", language, WorkItems.COUNT_LIMIT) : texts.text("wait-place", language, outlook.place());
        Long minutes = outlook.minutes();
        if (minutes == null) {
            return place;
        }
        return place + " " + (minutes <= 1 ? texts.text("wait-minute", language) : texts.text("wait-minutes", language, minutes));
    }
}
