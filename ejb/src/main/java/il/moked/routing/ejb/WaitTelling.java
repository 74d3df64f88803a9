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

/** Place and expected wait in words, and the one receipt of whoever writes. */
@ApplicationScoped
public class WaitTelling {
    /** Longer waits are told in hours. */
    private static final long IN_MINUTES = 110;
    private static final double MINUTES_AN_HOUR = 60;

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
        if (event.channel().live() || !acknowledging.tellsPlace(event.interactionId())) {
            return;
        }
        String language = interactions.get(event.interactionId()).language();
        workItems.find(event.workItemId()).ifPresent(item -> acknowledging.receiptWithPlace(event.interactionId(), () -> words(waits.announced(item), language)));
    }

    /** Whoever was put through to another line hears where he stands there. */
    void toCaller(WorkItem item) {
        if (item.kind() == WorkItem.Kind.CONTACT && item.channel().dialled() && commanding.dials(item.interactionId())) {
            String language = interactions.get(item.interactionId()).language();
            commanding.announce(item.interactionId(), texts.text("wait-transferred", language) + " " + words(waits.announced(item), language), language, "");
        }
    }

    String words(Outlook outlook, String language) {
        String place = outlook.before() == 0 ? texts.text("wait-next", language)
                : outlook.place() > WorkItems.COUNT_LIMIT ? texts.text("wait-many", language, WorkItems.COUNT_LIMIT) : texts.text("wait-place", language, outlook.place());
        return place + " " + expected(outlook.minutes(), language);
    }

    private String expected(Long minutes, String language) {
        if (minutes == null) {
            return texts.text("wait-unknown", language);
        }
        if (minutes > IN_MINUTES) {
            return texts.text("wait-hours", language, Math.round(minutes / MINUTES_AN_HOUR));
        }
        return minutes <= 1 ? texts.text("wait-minute", language) : texts.text("wait-minutes", language, minutes);
    }
}
