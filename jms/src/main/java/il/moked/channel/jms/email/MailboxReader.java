// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import il.moked.channel.MailboxLeases.Progress;
import il.moked.channel.Outages.Cause;
import il.moked.channel.ejb.Reception;
import il.moked.shared.BusinessException;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the mails of one mailbox, one after the other, until it is stopped. A mail is marked read only after the door
 * has committed it; whatever breaks in between, it is offered again and the door knows it. A mail that cannot be taken
 * never holds up the others: it comes last, and after {@link #MOST_ATTEMPTS} attempts what the server gives of it is
 * stored and it is left unread.
 */
final class MailboxReader implements Runnable {
    static final int MOST_ATTEMPTS = 3;
    private static final int MARKED_TOGETHER = 50;
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** Where mails are handed in. @see Reception#receive */
    interface Door {
        boolean receive(String account, String externalId, String sender, byte[] raw);
    }

    /**
     * @param poll            after this time a mailbox is looked into even when its server told nothing; below 29 minutes
     * @param pollWithoutIdle the same when the server cannot tell
     * @param firstPause      before the connection is made anew after a failure; doubled each time up to a minute
     * @param delete          what was taken is removed from the mailbox instead of being marked read
     */
    record Settings(Duration poll, Duration pollWithoutIdle, Duration firstPause, boolean delete) {
    }

    /** The mailbox cannot be read. @param since when it was lost or first tried */
    record Away(Cause cause, String why, Instant since) {
    }

    /** @param stored what could be had of it is a conversation; should it come whole one day, that is another */
    private record Trouble(int attempts, Instant nextAt, boolean stored) {
    }

    private final String account;
    private final MailboxLogin login;
    private final Settings settings;
    private final Door door;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final HeldSockets sockets = new HeldSockets();
    private final Map<Long, Trouble> troubles = new HashMap<>();
    private volatile Progress progress;
    private volatile Away away;

    /** @param progress how far the mailbox was read before, or null */
    MailboxReader(String account, MailboxLogin login, Settings settings, Door door, Clock clock, Progress progress) {
        this.account = account;
        this.login = login;
        this.settings = settings;
        this.door = door;
        this.clock = clock;
        this.progress = progress;
    }

    /** How far it has read, or null when it has not yet reached the mailbox. */
    Progress progress() {
        return progress;
    }

    /** Why the mailbox cannot be read now; empty when it is being read. */
    Optional<Away> away() {
        return Optional.ofNullable(away);
    }

    /** Returns at once; the reader ends as soon as the mail in its hands is stored. */
    void stop() {
        stop.countDown();
        sockets.cut();
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    @Override
    public void run() {
        Duration pause = settings.firstPause();
        while (!stopped()) {
            try (ImapMailbox mailbox = ImapMailbox.open(login, sockets)) {
                MessagingLog.LOG.mailboxOpen(account);
                away = null;
                numbering(mailbox);
                take(mailbox);
                pause = settings.firstPause();
                follow(mailbox);
            } catch (BusinessException closed) {
                // The account was closed or removed meanwhile.
                break;
            } catch (MessagingException | RuntimeException failure) {
                if (!stopped()) {
                    Cause cause = failure instanceof AuthenticationFailedException ? Cause.LOGIN : Cause.UNREACHABLE;
                    away = new Away(cause, reason(failure), away == null ? clock.instant() : away.since());
                    MessagingLog.LOG.mailboxAway(account, pause.toSeconds(), reason(failure));
                    pause(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
        MessagingLog.LOG.mailboxLeft(account);
    }

    private void follow(ImapMailbox mailbox) throws MessagingException {
        boolean told = mailbox.tellsNews();
        while (!stopped()) {
            if (told) {
                mailbox.awaitNews(settings.poll());
            } else {
                pause(settings.pollWithoutIdle());
                mailbox.ask();
            }
            take(mailbox);
        }
    }

    private void pause(Duration time) {
        try {
            if (stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** A mailbox seen for the first time, or numbered anew: what is read in it already was not for us. */
    private void numbering(ImapMailbox mailbox) throws MessagingException {
        long validity = mailbox.uidValidity();
        if (progress == null || progress.uidValidity() != validity) {
            troubles.clear();
            progress = new Progress(validity, mailbox.newestUid());
        }
    }

    private void take(ImapMailbox mailbox) throws MessagingException {
        List<Long> waiting = mailbox.waiting(progress.lastUid());
        troubles.keySet().retainAll(waiting);
        Instant now = clock.instant();
        List<Long> order = waiting.stream().filter(uid -> !troubles.containsKey(uid) || !troubles.get(uid).nextAt().isAfter(now))
                .sorted(Comparator.comparing((Long uid) -> attempts(uid)).thenComparing(Comparator.naturalOrder())).toList();
        List<Long> taken = new ArrayList<>();
        for (long uid : order) {
            if (stopped()) {
                break;
            }
            if (taken.size() == MARKED_TOGETHER || troubles.containsKey(uid)) {
                settle(mailbox, taken);
            }
            if (take(mailbox, uid)) {
                taken.add(uid);
            }
        }
        settle(mailbox, taken);
        reached(waiting);
    }

    /** Many at once: servers answer each command for itself. What is not marked when the line breaks is offered again, and known. */
    private void settle(ImapMailbox mailbox, List<Long> taken) throws MessagingException {
        if (taken.isEmpty()) {
            return;
        }
        if (settings.delete()) {
            mailbox.delete(taken);
        } else {
            mailbox.markRead(taken);
        }
        taken.clear();
    }

    private int attempts(long uid) {
        return troubles.containsKey(uid) ? troubles.get(uid).attempts() : 0;
    }

    /** Mails in trouble are not behind us. */
    private void reached(List<Long> waiting) {
        long newest = Math.max(progress.lastUid(), waiting.isEmpty() ? 0 : waiting.get(waiting.size() - 1));
        long last = troubles.keySet().stream().mapToLong(uid -> uid - 1).reduce(newest, Math::min);
        progress = new Progress(progress.uidValidity(), last);
    }

    /** @return whether the door has it now */
    private boolean take(ImapMailbox mailbox, long uid) throws MessagingException {
        Trouble trouble = troubles.get(uid);
        if (trouble != null && !trouble.stored() && trouble.attempts() >= MOST_ATTEMPTS) {
            salvage(mailbox, uid, trouble.attempts());
            return false;
        }
        try {
            byte[] raw = mailbox.raw(uid, Reception.LARGEST);
            MailEnvelope envelope = MailEnvelope.of(raw);
            door.receive(account, envelope.id(), envelope.sender(), raw);
        } catch (BusinessException closed) {
            throw closed;
        } catch (MessagingException | RuntimeException failure) {
            if (stopped() || DatabaseOutage.caused(failure)) {
                throw failure;
            }
            failed(uid, failure);
            if (!mailbox.alive()) {
                throw failure;
            }
            if (!troubles.get(uid).stored() && attempts(uid) >= MOST_ATTEMPTS) {
                salvage(mailbox, uid, attempts(uid));
            }
            return false;
        }
        troubles.remove(uid);
        return true;
    }

    private void failed(long uid, Exception failure) {
        boolean stored = troubles.containsKey(uid) && troubles.get(uid).stored();
        int attempts = attempts(uid) + 1;
        troubles.put(uid, new Trouble(attempts, stored ? clock.instant().plus(LATER) : clock.instant(), stored));
        if (!stored) {
            MessagingLog.LOG.mailNotTaken(uid, account, attempts, reason(failure));
        }
    }

    /** Stores what can be had of a mail: its header, or not even that when asking for it ended the connection before. */
    private void salvage(ImapMailbox mailbox, long uid, int attempts) throws MessagingException {
        byte[] head = new byte[0];
        if (attempts <= MOST_ATTEMPTS) {
            troubles.put(uid, new Trouble(attempts + 1, clock.instant(), false));
            try {
                head = mailbox.head(uid);
            } catch (MessagingException notEvenThat) {
                if (!mailbox.alive()) {
                    throw notEvenThat;
                }
            }
        }
        MailEnvelope envelope = MailEnvelope.incomplete(head, progress.uidValidity(), uid);
        door.receive(account, envelope.id(), envelope.sender(), head);
        troubles.put(uid, new Trouble(attempts, clock.instant().plus(LATER), true));
        MessagingLog.LOG.mailIncomplete(uid, account);
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
