// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.channel.jms.telephony.Exchange.Outcome;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What each command becomes on one line to an exchange. Where the dialplan must play its part the account names the context; without one the command fails and nobody is sent into nothing. */
final class AsteriskCommands {
    /** Places of the hold context (docs/telephony.md). */
    static final String CUSTOMER_ON_HOLD = "customer";
    private static final String AGENT_ON_HOLD = "agent";
    private static final String TOGETHER_AGAIN = "resume";
    /** Followed by the extension of a colleague who is asked. */
    private static final String ASKED = "ask";
    /** Where whoever waits enters the wait context. */
    private static final String WAITING = "s";
    /** Where an announcement in words is spoken; one that is a code has its own place. */
    private static final String WORDS = "say";
    /** Where the menu context speaks and reads keys, and where it records a message. */
    private static final String ASK = "ask";
    private static final String MESSAGE = "message";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern DIALABLE = Pattern.compile("[0-9A-Za-z._+*#-]{1,80}");
    private static final int NORMAL_CLEARING = 16;
    private static final int RING_MILLIS = 45_000;
    private static final int LONGEST_REASON = 200;

    private final AsteriskSettings settings;
    private final AmiConnection line;
    private final Switchboard board;
    private final Started started;
    private final Consumer<CallEvent> telling;
    private final Clock clock;

    AsteriskCommands(AsteriskSettings settings, AmiConnection line, Switchboard board, Started started, Consumer<CallEvent> telling, Clock clock) {
        this.settings = settings;
        this.line = line;
        this.board = board;
        this.started = started;
        this.telling = telling;
        this.clock = clock;
    }

    /** Ends the carrying: a step was not done. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Outcome outcome;

        Stopped(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }

        static Stopped failed(String why) {
            return new Stopped(new Outcome.Failed(why));
        }
    }

    Outcome carry(Asked command) {
        Instant until = clock.instant().plus(settings.answer());
        try {
            switch (command.kind()) {
                case ROUTE -> done(redirect(customer(command), settings.agentContext(), dialable(command)), until);
                case ANNOUNCE -> announce(command, until);
                case HOLD -> hold(command, until);
                case RESUME -> resume(command, until);
                case TRANSFER -> transfer(command, until);
                case HANG_UP -> hangUp(command, until);
                case CALL_OUT -> callOut(command, until);
                case PAUSE_RECORDING -> mute(command, 1, until);
                case RESUME_RECORDING -> mute(command, 0, until);
                case LISTEN_IN -> listenIn(command, until);
                case QUEUE -> queue(command, until);
                case CONSULT -> consult(command, until);
                case PROMPT, RECORD -> prompt(command, until);
                case LINE_UP -> done(redirect(customer(command), needed(settings.waitContext(), "waitContext"), WAITING), until);
            }
            return new Outcome.Done();
        } catch (Stopped stopped) {
            return stopped.outcome;
        }
    }

    private LiveCall call(Asked command) {
        return board.call(command.call() == null ? "" : command.call()).orElseThrow(() -> Stopped.failed("the exchange has no such call"));
    }

    private Leg customer(Asked command) {
        Leg customer = call(command).customer;
        if (customer == null) {
            throw Stopped.failed("the customer is not connected");
        }
        return customer;
    }

    private static Leg agent(LiveCall call) {
        if (call.agent == null || call.customer == null) {
            throw Stopped.failed("nobody talks");
        }
        return call.agent;
    }

    /** What the dialplan cannot match by accident. */
    private static String dialable(Asked command) {
        if (command.target() == null || !DIALABLE.matcher(command.target()).matches()) {
            throw Stopped.failed("not to be dialled");
        }
        return command.target();
    }

    private static String needed(String context, String name) {
        if (context == null) {
            throw Stopped.failed("the account has no setting " + name);
        }
        return context;
    }

    private static AmiAction redirect(Leg leg, String context, String extension) {
        return new AmiAction("Redirect").with("Channel", leg.name).with("Context", context).with("Exten", extension).with("Priority", 1);
    }

    private static AmiAction set(Leg leg, String variable, String value) {
        return new AmiAction("Setvar").with("Channel", leg.name).with("Variable", variable).with("Value", value);
    }

    private void announce(Asked command, Instant until) {
        String context = needed(settings.announceContext(), "announceContext");
        Leg customer = customer(command);
        if (customer.bridge != null || customer.call.outbound()) {
            throw Stopped.failed("the customer does not wait");
        }
        boolean code = CODE.matcher(command.announcement()).matches();
        done(set(customer, "MOKED_LANGUAGE", command.language() == null ? "" : command.language()), until);
        if (!code) {
            done(set(customer, "MOKED_ANNOUNCEMENT", command.announcement()), until);
        }
        done(redirect(customer, context, code ? command.announcement() : WORDS), until);
    }

    /** The dialplan plays or speaks, reads the keys, and tells them with the number of the command. */
    private void prompt(Asked command, Instant until) {
        String context = needed(settings.menuContext(), "menuContext");
        Leg customer = customer(command);
        if (customer.bridge != null) {
            throw Stopped.failed("somebody talks to the customer");
        }
        done(set(customer, "MOKED_PROMPT", String.valueOf(command.id())), until);
        done(set(customer, "MOKED_LANGUAGE", command.language() == null ? "" : command.language()), until);
        done(set(customer, "MOKED_ANNOUNCEMENT", command.announcement()), until);
        done(set(customer, "MOKED_DIGITS", String.valueOf(command.keys() == null ? 0 : command.keys().most())), until);
        done(set(customer, "MOKED_WAIT", String.valueOf(command.keys() == null ? 0 : command.keys().waitSeconds())), until);
        done(redirect(customer, context, command.kind() == Kind.RECORD ? MESSAGE : ASK), until);
    }

    private void hold(Asked command, Instant until) {
        String context = needed(settings.holdContext(), "holdContext");
        LiveCall call = call(command);
        Leg agent = agent(call);
        if (!call.talking()) {
            throw Stopped.failed("nobody talks");
        }
        done(both(call.customer, context, CUSTOMER_ON_HOLD, agent, AGENT_ON_HOLD), until);
    }

    /** One step, or a moment comes in which one of them is alone and hung up. */
    private static AmiAction both(Leg customer, String context, String customersPlace, Leg agent, String agentsPlace) {
        return redirect(customer, context, customersPlace).with("ExtraChannel", agent.name).with("ExtraContext", context).with("ExtraExten", agentsPlace).with("ExtraPriority", 1);
    }

    /** The customer waits, on hold already or from now on, while the agent's telephone calls the colleague's. */
    private void consult(Asked command, Instant until) {
        String context = needed(settings.holdContext(), "holdContext");
        LiveCall call = call(command);
        Leg agent = agent(call);
        String place = ASKED + dialable(command);
        if (call.held) {
            done(redirect(agent, context, place), until);
        } else if (call.talking()) {
            done(both(call.customer, context, CUSTOMER_ON_HOLD, agent, place), until);
        } else {
            throw Stopped.failed("nobody talks");
        }
    }

    private void queue(Asked command, Instant until) {
        String context = needed(settings.waitContext(), "waitContext");
        LiveCall call = call(command);
        Leg agent = agent(call);
        Instant before = clock.instant();
        done(redirect(call.customer, context, WAITING), until);
        telling.accept(board.waitsAgain(call, command.id(), agent, before));
        line.ask(hangUp(agent.name), left(until));
    }

    private void resume(Asked command, Instant until) {
        String context = needed(settings.holdContext(), "holdContext");
        LiveCall call = call(command);
        Leg agent = agent(call);
        if (!call.held) {
            throw Stopped.failed("it is not on hold here");
        }
        if (board.beside(agent).isPresent()) {
            // the colleague who was asked goes first
            done(redirect(agent, context, AGENT_ON_HOLD), until);
        }
        together(call, context, agent, until);
    }

    private void together(LiveCall call, String context, Leg withWhom, Instant until) {
        done(set(call.customer, "MOKED_AGENT", withWhom.name), until);
        done(redirect(call.customer, context, TOGETHER_AGAIN), until);
    }

    private void transfer(Asked command, Instant until) {
        String context = needed(settings.transferContext(), "transferContext");
        LiveCall call = call(command);
        Leg agent = agent(call);
        String target = dialable(command);
        if (call.talking()) {
            done(new AmiAction("BlindTransfer").with("Channel", agent.name).with("Context", context).with("Exten", target), until);
            return;
        }
        Instant before = clock.instant();
        Optional<Leg> colleague = board.beside(agent).filter(leg -> settings.extensionOf(leg.name).filter(target::equals).isPresent());
        if (colleague.isPresent()) {
            together(call, needed(settings.holdContext(), "holdContext"), colleague.get(), until);
        } else {
            done(redirect(call.customer, context, target), until);
        }
        telling.accept(board.sent(call, command.id(), agent, target, before));
        line.ask(hangUp(agent.name), left(until));
    }

    static AmiAction hangUp(String channel) {
        return new AmiAction("Hangup").with("Channel", channel).with("Cause", NORMAL_CLEARING);
    }

    private void hangUp(Asked command, Instant until) {
        LiveCall call = call(command);
        Leg end = call.customer != null ? call.customer : call.agent;
        if (end == null) {
            throw Stopped.failed("nobody is connected");
        }
        board.ending(call);
        done(hangUp(end.name), until);
    }

    /** The agent's telephone first; it is done when it rings, for what is only queued may come to nothing. */
    private void callOut(Asked command, Instant until) {
        String context = needed(settings.outContext(), "outContext");
        String target = dialable(command);
        if (command.extension() == null || !DIALABLE.matcher(command.extension()).matches()) {
            throw Stopped.failed("the agent has no extension");
        }
        AmiAction originate = new AmiAction("Originate").with("Channel", settings.channelOf(command.extension())).with("Context", context).with("Exten", target).with("Priority", 1).with("Timeout", RING_MILLIS)
                .with("ChannelId", Switchboard.OURS + command.id()).with("Variable", Switchboard.COMMAND + "=" + command.id()).with("Async", "true");
        if (settings.callerId() != null) {
            originate.with("CallerID", settings.callerId());
        }
        started.expect(command.id());
        try {
            done(originate, until);
            Outcome outcome = started.await(command.id(), left(until));
            if (!(outcome instanceof Outcome.Done)) {
                throw new Stopped(outcome);
            }
        } finally {
            started.forget(command.id());
        }
    }

    /**
     * Muting a channel on which nothing is recorded is a success for the exchange, so it is asked first where it records:
     * "paused" must be true (PCI DSS 3.3.1).
     */
    private void mute(Asked command, int state, Instant until) {
        List<Leg> recorded = new ArrayList<>();
        for (Leg leg : board.legs(call(command))) {
            AmiConnection.Answer answer = line.ask(new AmiAction("Getvar").with("Channel", leg.name).with("Variable", "MIXMONITOR_FILENAME"), left(until));
            if (answer instanceof AmiConnection.Answer.Given given && given.block().good() && !given.block().text("Value").isEmpty()) {
                recorded.add(leg);
            }
        }
        if (recorded.isEmpty()) {
            throw Stopped.failed("no recording of this call is known");
        }
        recorded.forEach(leg -> done(new AmiAction("MixMonitorMute").with("Channel", leg.name).with("Direction", "both").with("State", state), until));
    }

    /** Silently: neither of them hears the listener, who hears what comes of it and ends it by hanging up. */
    private void listenIn(Asked command, Instant until) {
        Leg customer = customer(command);
        done(new AmiAction("Originate").with("Channel", settings.channelOf(dialable(command))).with("Application", "ChanSpy").with("Data", customer.name + ",qE").with("Timeout", RING_MILLIS)
                .with("ChannelId", Switchboard.OURS + "hears-" + command.id()).with("Async", "true"), until);
    }

    private Duration left(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    private void done(AmiAction action, Instant until) {
        if (!clock.instant().isBefore(until)) {
            throw Stopped.failed("the exchange is too slow");
        }
        AmiConnection.Answer answer = line.ask(action, left(until));
        if (answer instanceof AmiConnection.Answer.NotAsked not) {
            throw Stopped.failed(not.why());
        }
        if (answer instanceof AmiConnection.Answer.Silence silence) {
            throw new Stopped(new Outcome.Unknown(silence.why()));
        }
        AmiBlock block = ((AmiConnection.Answer.Given) answer).block();
        if (!block.good()) {
            String why = block.get("Message").orElse("refused");
            throw Stopped.failed(why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why);
        }
    }
}
