// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The life of a command, seen by whoever carries it to an exchange that we call. Each step commits by itself; the carrying is between them. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class CommandDelivery {
    /** The driver of exchanges that come for their commands; the usual one. */
    private static final String FETCHED = "rest";
    private static final int BATCH = 100;

    @Inject
    Calls calls;
    @Inject
    ChannelAccounts accounts;
    @Inject
    CommandSettling settling;
    @Inject
    Interactions interactions;
    @Inject
    DomainEvents events;
    @Inject
    Commanding commanding;
    @Inject
    ProviderWatch watch;
    @Inject
    Clock clock;
    /** Card data is spoken in less; then recording goes on by itself. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.telephony.longest-pause-seconds", defaultValue = "180")
    long longestPauseSeconds;

    /** A command as an exchange gets it; null where it has no such part. */
    public record Asked(long id, String account, Map<String, String> settings, Kind kind, String call, String target, String extension, String announcement, String language, Instant expiresAt, Keys keys) {
        /** @param most 0 when nothing is to be pressed @param terminator ends what is typed; null where a single key does @param bargeIn whether a key ends the words @param secret whether nobody may record or log what is typed */
        public record Keys(int most, String terminator, int waitSeconds, boolean bargeIn, boolean secret) {
        }

        public Asked(long id, String account, Map<String, String> settings, Kind kind, String call, String target, String extension, String announcement, String language, Instant expiresAt) {
            this(id, account, settings, kind, call, target, extension, announcement, language, expiresAt, null);
        }

        static Asked of(TelephonyCommand command, ChannelAccount account) {
            return new Asked(command.id(), account.code(), account.settings(), command.kind(), command.providerCallId().orElse(null), command.target().orElse(null), command.extension().orElse(null),
                    command.announcement().orElse(null), command.language().orElse(null), command.expiresAt(),
                    command.mostDigits().map(most -> new Keys(most, command.terminator().orElse(null), command.waitSeconds().orElse(0), command.bargeIn().orElse(true), command.secret())).orElse(null));
        }
    }

    /** @return the account's driver: who carries its commands */
    public String driverOf(long commandId) {
        return calls.findCommand(commandId).map(command -> driver(accounts.get(command.accountId()))).orElse("");
    }

    /** @return code of the account */
    public String accountOf(long commandId) {
        return calls.findCommand(commandId).map(command -> accounts.get(command.accountId()).code()).orElse("");
    }

    static String driver(ChannelAccount account) {
        return account.setting("driver").orElse(FETCHED);
    }

    /** Whether the exchange comes for its commands by itself. */
    static boolean fetched(ChannelAccount account) {
        return driver(account).equals(FETCHED);
    }

    /** Takes it for carrying out; empty when another node has it, it is settled, or it is too old. */
    public Optional<Asked> begin(long commandId) {
        return calls.findCommandLocked(commandId).filter(command -> command.begin(clock.instant())).map(command -> Asked.of(command, accounts.get(command.accountId())));
    }

    public void done(long commandId) {
        settling.settle(commandId, TelephonyCommand::done);
    }

    /** It was not carried out, for sure. */
    public void failed(long commandId, String why) {
        settling.settle(commandId, (command, now) -> command.failed(why, now));
    }

    /** Nobody can know whether it was. */
    public void unknown(long commandId, String why) {
        settling.settle(commandId, (command, now) -> command.unknown(why, now));
    }

    /** Commands nobody began, of accounts that one of these drivers carries; what an exchange fetches by itself is none of them. */
    public List<Long> pending(Set<String> drivers) {
        List<Long> carried = accounts.enabled(Channel.PHONE).stream().filter(account -> drivers.contains(driver(account))).map(ChannelAccount::id).toList();
        return calls.pendingCommands(carried, clock.instant(), BATCH);
    }

    /** Commands whose time is over. */
    public List<Long> expired() {
        return calls.expiredCommands(clock.instant(), BATCH);
    }

    /** Of an exchange that should have come for it and did not, the wall is told. */
    public void expire(long commandId) {
        settling.settle(commandId, TelephonyCommand::expired);
        calls.findCommand(commandId).filter(TelephonyCommand::untaken).filter(command -> fetched(accounts.get(command.accountId())))
                .ifPresent(command -> watch.away(command.accountId(), Way.COLLECT, Cause.UNREACHABLE, command.kind() + ": " + command.failure().orElse("")));
    }

    /** Calls whose recording was paused and forgotten. */
    public List<Long> forgotten() {
        return calls.pausedBefore(clock.instant().minus(Duration.ofSeconds(longestPauseSeconds)), BATCH);
    }

    /** Its recording goes on. */
    public void resumeForgotten(long callId) {
        Call call = calls.get(callId);
        Interaction interaction = interactions.getLocked(call.interactionId());
        calls.lock(call);
        if (call.recording() == Call.Recording.PAUSED && call.endedAt().isEmpty()) {
            call.resumeRecording(clock.instant());
            commanding.ask(call, Kind.RESUME_RECORDING, null, "");
            events.tell(new CallChanged(interaction.id(), callId, interaction.owner().map(StaffUser::id).orElse(null)));
        }
    }
}
