// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.channel.ejb.Reception;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The telephony port for an exchange that speaks to us: it tells events, fetches commands and says what became of them. */
@Stateless
@RolesAllowed({Role.INTEGRATION, Role.SYSTEM})
public class Exchanging {
    private static final int MOST_COMMANDS = 100;
    private static final int MOST_LASTING = 10_000;

    @Resource
    SessionContext context;
    @Inject
    CurrentUser currentUser;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Reception reception;
    @Inject
    Calls calls;
    @Inject
    CommandSettling settling;
    @Inject
    ProviderWatch providers;
    @Inject
    Clock clock;

    /** What became of a command. */
    public enum Result { DONE, FAILED, UNKNOWN }

    /**
     * Kept when this returns.
     *
     * @return false when the event had been told before
     * @throws NotFoundException {@code channel.unknown-account}
     */
    public boolean told(String account, CallEvent event) {
        return reception.receive(line(account).code(), event.id(), event.call(), event.bytes());
    }

    /** Commands to carry out now, oldest first; announcements come last. Whoever gets one must say what became of it; said nothing, he gets it again under the same id until it is worth nothing. */
    public List<Asked> fetch(String account) {
        return fetch(account, command -> true);
    }

    /**
     * The same for an exchange beside others on its account: it takes only what is its own and leaves the rest to them.
     *
     * @param ownCalls its ids of its calls
     * @param ownNumbers that it rings when they are to be called, E.164
     */
    public List<Asked> fetch(String account, Set<String> ownCalls, Set<String> ownNumbers) {
        return fetch(account, command -> command.kind() == TelephonyCommand.Kind.CALL_OUT ? command.target().filter(ownNumbers::contains).isPresent() : command.providerCallId().filter(ownCalls::contains).isPresent());
    }

    private List<Asked> fetch(String account, Predicate<TelephonyCommand> wanted) {
        ChannelAccount line = line(account);
        if (!CommandDelivery.fetched(line)) {
            // an adapter of ours carries them; nobody else may do the same again
            throw new BusinessException("telephony.carried");
        }
        providers.back(line.id(), Way.COLLECT);
        return calls.openCommands(line.id(), clock.instant(), MOST_COMMANDS).stream().map(calls::findCommandLocked).flatMap(Optional::stream)
                .filter(wanted).filter(command -> command.handOut(clock.instant())).map(command -> Asked.of(command, line)).toList();
    }

    /** Said again it changes nothing. @throws NotFoundException {@code telephony.unknown-command} */
    public void settled(String account, long commandId, Result result, String why) {
        ChannelAccount line = line(account);
        calls.findCommand(commandId).filter(command -> command.accountId() == line.id()).orElseThrow(() -> new NotFoundException("telephony.unknown-command"));
        settling.settle(commandId, (command, now) -> switch (result) {
            case DONE -> command.done(now);
            case FAILED -> command.failed(why, now);
            case UNKNOWN -> command.unknown(why, now);
        });
    }

    /** A call that has not ended as far as we know. */
    public record Lasting(String call, Call.Direction direction, Call.State state) {
    }

    /** For an adapter that lost its line: what it must compare with what the exchange has. */
    @RolesAllowed(Role.SYSTEM)
    public List<Lasting> lasting(String account) {
        return calls.lasting(line(account).id(), MOST_LASTING).stream().map(call -> new Lasting(call.providerCallId(), call.direction(), call.state())).toList();
    }

    /** Of an account whose exchange fetches its commands: its id. */
    public long accountId(String account) {
        return line(account).id();
    }

    /**
     * What lets the caller drive this account: as long as it is the same, he may. Another password, a role taken away or a
     * user who left make it another, or none.
     */
    public String pass(String account) {
        line(account);
        StaffUser user = currentUser.get();
        return user.id() + " " + user.has(Role.INTEGRATION) + " " + Objects.hash(user.passwordHash());
    }

    private ChannelAccount line(String code) {
        ChannelAccount account = accounts.get(code);
        if (account.channel() != Channel.PHONE) {
            throw new NotFoundException("channel.unknown-account");
        }
        if (!account.enabled()) {
            throw new BusinessException("channel.closed");
        }
        String bound = account.setting("user").orElse(null);
        if (bound != null && !bound.equals(context.getCallerPrincipal().getName()) && !context.isCallerInRole(Role.SYSTEM)) {
            // another exchange's: to this one it does not exist
            throw new NotFoundException("channel.unknown-account");
        }
        return account;
    }
}
