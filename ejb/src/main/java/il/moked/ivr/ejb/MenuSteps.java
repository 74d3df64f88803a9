// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.channel.ChannelAccount;
import il.moked.customer.Customers;
import il.moked.interaction.Call;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.Commanding;
import il.moked.interaction.ejb.MenuTelling;
import il.moked.ivr.MenuFlow;
import il.moked.ivr.MenuWalk;
import il.moked.ivr.MenuWalks;
import il.moked.order.ejb.Paying;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** What a step in a menu needs, at one call. */
@ApplicationScoped
class MenuSteps {
    @Inject
    Commanding commanding;
    @Inject
    MenuTelling telling;
    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    CallerAnswers answers;
    @Inject
    CallerCodes codes;
    @Inject
    Paying paying;
    @Inject
    MenuWalks walks;
    @Inject
    MenuTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    MenuStep at(ChannelAccount account, Call call, MenuWalk walk, MenuFlow flow) {
        return new MenuStep(this, account, call, walk, flow);
    }

    Commanding commanding() {
        return commanding;
    }

    MenuTelling telling() {
        return telling;
    }

    Interactions interactions() {
        return interactions;
    }

    Customers customers() {
        return customers;
    }

    CallerAnswers answers() {
        return answers;
    }

    CallerCodes codes() {
        return codes;
    }

    Paying paying() {
        return paying;
    }

    MenuWalks walks() {
        return walks;
    }

    MenuTexts texts() {
        return texts;
    }

    DomainEvents events() {
        return events;
    }

    Clock clock() {
        return clock;
    }

    /** The account names a flow of which no edition is in force: its callers wait at once. */
    void withoutMenu(ChannelAccount account, Call call) {
        telling.tell(account.id(), ours(call, CallEvent.Type.QUEUED));
        commanding.leaveMenu(call, true);
    }

    CallEvent ours(Call call, CallEvent.Type type) {
        return CallEvent.of("menu-" + UUID.randomUUID(), call.providerCallId(), type, clock.instant());
    }
}
