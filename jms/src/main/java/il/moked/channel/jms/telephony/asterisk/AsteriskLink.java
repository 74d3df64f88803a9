// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.ProviderLine.Trouble;
import il.moked.channel.jms.telephony.Exchange.Outcome;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.shared.jms.MessagingLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One account's line to its Asterisk: connects, listens, connects anew with growing pauses when the line breaks, until it is
 * stopped. After each connecting, and now and then, all channels are listed and compared with the calls that last.
 */
final class AsteriskLink implements Runnable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration COMPARE = Duration.ofSeconds(60);

    private final String account;
    private final AsteriskSettings settings;
    private final Supplier<String> secret;
    private final Notebook notebook;
    private final Clock clock;
    private final Started started = new Started();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile AmiConnection line;
    /** Null until what was missed is known. */
    private volatile AsteriskCommands commands;
    private volatile Trouble trouble;

    /** @param secret asked anew at every login */
    AsteriskLink(String account, AsteriskSettings settings, Supplier<String> secret, Notebook notebook, Clock clock) {
        this.account = account;
        this.settings = settings;
        this.secret = secret;
        this.notebook = notebook;
        this.clock = clock;
        this.trouble = new Trouble(Cause.UNREACHABLE, "not connected yet", clock.instant());
    }

    boolean connected() {
        return commands != null;
    }

    /** What keeps it from being connected; empty when it is. */
    Optional<Trouble> trouble() {
        return connected() ? Optional.empty() : Optional.of(trouble);
    }

    Outcome carry(Asked command) {
        AsteriskCommands now = commands;
        return now == null ? new Outcome.Failed("no line to the exchange") : now.carry(command);
    }

    /** Returns at once; the line is closed and the link ends. */
    void stop() {
        stop.countDown();
        AmiConnection open = line;
        if (open != null) {
            open.close();
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    @Override
    public void run() {
        Duration pause = settings.firstPause();
        while (!stopped()) {
            Duration wait = null;
            Cause cause = Cause.UNREACHABLE;
            String why;
            try (AmiConnection connection = AmiConnection.open(settings)) {
                line = connection;
                connection.login(settings.user(), secret.get(), settings.plain(), settings.ping());
                MessagingLog.LOG.exchangeConnected(account);
                new Listening(connection).listen();
                why = "stopped";
            } catch (AmiConnection.Refused refused) {
                cause = Cause.LOGIN;
                why = refused.getMessage();
                wait = settings.refusedPause();
            } catch (IOException | RuntimeException failure) {
                why = failure.getClass().getSimpleName() + ": " + failure.getMessage();
            }
            boolean stood = leave(cause, why);
            // a line that never stood is no reason to hurry
            pause = stood ? settings.firstPause() : pause;
            if (!stopped()) {
                wait = wait == null ? pause : wait;
                MessagingLog.LOG.exchangeAway(account, wait.toSeconds(), why);
                rest(wait);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** @return whether what was missed had become known */
    private synchronized boolean leave(Cause cause, String why) {
        boolean stood = commands != null;
        trouble = new Trouble(cause, why, stood ? clock.instant() : trouble.since());
        commands = null;
        line = null;
        return stood;
    }

    private synchronized void stands(AmiConnection connection, Switchboard board) {
        if (commands == null && line == connection) {
            commands = new AsteriskCommands(settings, connection, board, started, notebook::write, clock);
        }
    }

    private void rest(Duration time) {
        try {
            stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** What is known for as long as one line stands. */
    private final class Listening {
        private final AmiConnection connection;
        private final Switchboard board = new Switchboard(settings, clock);
        private String listing = "";
        private volatile boolean comparing;
        private Instant compared;
        private boolean silent;

        Listening(AmiConnection connection) {
            this.connection = connection;
        }

        void listen() throws IOException {
            compare();
            while (!stopped()) {
                Optional<AmiBlock> block = connection.next();
                if (block.isEmpty()) {
                    asked();
                } else {
                    silent = false;
                    if (!block.get().response()) {
                        event(block.get());
                    }
                }
                if (!comparing && compared.plus(COMPARE).isBefore(clock.instant())) {
                    compare();
                }
            }
        }

        /** Nothing was heard for a while: is anybody there? */
        private void asked() throws IOException {
            if (silent) {
                throw new IOException("the exchange is silent");
            }
            silent = true;
            connection.tell(new AmiAction("Ping"));
        }

        private void compare() throws IOException {
            comparing = true;
            compared = clock.instant();
            board.listing();
            listing = connection.tell(new AmiAction("CoreShowChannels"));
        }

        private void event(AmiBlock block) throws IOException {
            if (block.event().equals("CoreShowChannelsComplete")) {
                if (block.says("ActionID", listing)) {
                    boolean noted = notebook.compare(lasting -> {
                        List<CallEvent> missed = board.reconciled(lasting);
                        if (!missed.isEmpty()) {
                            MessagingLog.LOG.exchangeReconciled(account, missed.size());
                        }
                        tell(missed);
                        stands(connection, board);
                        comparing = false;
                    });
                    if (!noted) {
                        comparing = false;
                    }
                }
                return;
            }
            started.heard(block);
            tell(heard(block));
            for (String customer : board.leftAlone()) {
                connection.tell(AsteriskCommands.hangUp(customer));
            }
        }

        private List<CallEvent> heard(AmiBlock block) {
            try {
                return board.heard(block);
            } catch (RuntimeException unheardOf) {
                // one event we stumble over must not cost the line
                MessagingLog.LOG.callEventLost(account, block.event() + ", " + unheardOf.getClass().getSimpleName());
                return List.of();
            }
        }

        private void tell(List<CallEvent> events) {
            events.forEach(notebook::write);
        }
    }
}
