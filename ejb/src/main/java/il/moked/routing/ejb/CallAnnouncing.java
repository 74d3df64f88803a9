// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Commanding;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.ActiveRules;
import il.moked.routing.StatutoryRecord;
import il.moked.routing.StatutoryRecords;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.ExpectedWaits.Outlook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells callers their place and expected wait: once they wait, and again when it changed, never at short intervals. By
 * that the announcement the law wants by the second minute is always made, also when nobody is there to be waited for;
 * with a wait that is long enough for the law goes the offer of a call back. An account that tells no waits leaves the
 * announcement due and not made.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class CallAnnouncing {
    static final Duration APART = Duration.ofSeconds(90);
    /** Whoever is served at once need not hear where he stood. */
    static final Duration SETTLED = Duration.ofSeconds(3);
    private static final String MENU = "menu.";
    private static final String CALL_BACK = "callback";
    private static final int BATCH = 100;

    @Inject
    StatutoryRecords records;
    @Inject
    WorkItems workItems;
    @Inject
    ExpectedWaits waits;
    @Inject
    WaitTelling telling;
    @Inject
    ActiveRules rules;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Commanding commanding;
    @Inject
    CustomerTexts texts;
    @Inject
    Clock clock;

    /** Conversations of callers who should hear something. */
    public List<Long> due() {
        Instant now = clock.instant();
        return records.untold(now.minus(SETTLED), now.minus(APART), BATCH);
    }

    /** @return whether he was told something */
    public boolean announce(long interactionId) {
        Instant now = clock.instant();
        WorkItem item = workItems.look(interactionId).filter(waiting -> waiting.state() == WorkItem.State.WAITING && waiting.kind() == WorkItem.Kind.CONTACT).orElse(null);
        StatutoryRecord record = records.latest(interactionId, StatutoryRecord.Kind.ANSWER).filter(StatutoryRecord::running).orElse(null);
        if (item == null || record == null) {
            return false;
        }
        Outlook outlook = waits.of(item);
        if (record.wasTold(outlook.place(), outlook.minutes())) {
            record.looked(now);
            return false;
        }
        rules.statutory().announcementDue(record.startedAt(), outlook.expected()).ifPresent(record::announceBy);
        Interaction interaction = interactions.get(interactionId);
        ChannelAccount account = accounts.get(interaction.accountId());
        if (!account.tellsWait()) {
            record.looked(now);
            return false;
        }
        waits.announced(item);
        String words = telling.words(outlook, interaction.language());
        commanding.announce(interactionId, record.announcementDue().isPresent() ? words + " " + offer(account, interaction.language()) : words, interaction.language(), "");
        record.told(outlook.place(), outlook.minutes(), now);
        return true;
    }

    /** By the key of the account's menu, or by hanging up. */
    private String offer(ChannelAccount account, String language) {
        Optional<String> key = account.settings().entrySet().stream().filter(setting -> setting.getKey().startsWith(MENU) && setting.getValue().equals(CALL_BACK))
                .map(Map.Entry::getKey).map(name -> name.substring(MENU.length())).findFirst();
        return key.map(pressed -> texts.text("wait-callback-key", language, pressed)).orElseGet(() -> texts.text("wait-callback", language));
    }
}
