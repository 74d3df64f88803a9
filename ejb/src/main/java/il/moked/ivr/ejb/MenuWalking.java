// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallStepped;
import il.moked.ivr.MenuEdition;
import il.moked.ivr.MenuEditions;
import il.moked.ivr.MenuWalk;
import il.moked.ivr.MenuWalk.Awaits;
import il.moked.ivr.MenuWalk.Outcome;
import il.moked.ivr.MenuWalks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Leads callers of accounts with the setting {@code ivr} through the flow it names: whatever is told of a call moves its walk, in the
 * transaction of the telling. Keys count only as the answer to what was asked last, so that late and repeated ones do nothing.
 */
@ApplicationScoped
class MenuWalking {
    private static final String FLOW = "ivr";
    private static final Set<Call.State> IN_MENU = Set.of(Call.State.OFFERED);

    @Inject
    MenuEditions editions;
    @Inject
    MenuWalks walks;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Calls calls;
    @Inject
    MenuSteps steps;
    @Inject
    Clock clock;

    void stepped(@Observes CallStepped told) {
        ChannelAccount account = accounts.get(told.accountId());
        Call call = calls.get(told.callId());
        Optional<MenuWalk> known = walks.findLocked(told.callId());
        if (known.isPresent()) {
            goOn(account, call, known.get(), told.event());
        } else if (IN_MENU.contains(call.state())) {
            begin(account, call);
        }
    }

    private void begin(ChannelAccount account, Call call) {
        Optional<MenuEdition> inForce = editions.active(account.setting(FLOW).orElse(""));
        if (inForce.isEmpty()) {
            // no menu is no reason to leave a caller without anybody
            steps.withoutMenu(account, call);
            return;
        }
        MenuWalk walk = new MenuWalk(call.id(), call.interactionId(), inForce.get(), call.language().orElse(account.language()), clock.instant());
        walks.add(walk);
        steps.at(account, call, walk, inForce.get().content()).begin();
    }

    private void goOn(ChannelAccount account, Call call, MenuWalk walk, CallEvent event) {
        switch (event.type()) {
            case ENDED -> ended(account, call, walk);
            case ANSWERED, QUEUED -> leave(account, call, walk, Outcome.HUMAN);
            case RECORDED -> {
                if (walk.awaits() == Awaits.RECORDING || lateMessage(walk)) {
                    step(account, call, walk).recorded();
                }
            }
            case DIGITS -> {
                if (walk.answers(event.command())) {
                    walk.taken();
                    step(account, call, walk).pressed(event.key());
                }
            }
            default -> { }
        }
    }

    /** He hung up when he had spoken, and the sound comes after him. */
    private static boolean lateMessage(MenuWalk walk) {
        return walk.awaits() == Awaits.LATE;
    }

    private void ended(ChannelAccount account, Call call, MenuWalk walk) {
        boolean speaking = walk.awaits() == Awaits.RECORDING;
        if (walk.outcome().isEmpty()) {
            step(account, call, walk).hungUp();
            if (speaking) {
                walk.recordingComesLate();
            }
        }
    }

    private void leave(ChannelAccount account, Call call, MenuWalk walk, Outcome how) {
        if (walk.outcome().isEmpty()) {
            step(account, call, walk).left(how);
        }
    }

    private MenuStep step(ChannelAccount account, Call call, MenuWalk walk) {
        return steps.at(account, call, walk, editions.get(walk.editionId()).content());
    }
}
