// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import il.moked.channel.MailboxLeases.Progress;
import il.moked.channel.ejb.Reception;
import il.moked.shared.BusinessException;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final long LONGEST_PAUSE = 60;

    /** Where mails are handed in. @see Reception#receive */
    interface Door {
        boolean receive(String account, String externalId, String sender, byte[] raw);
    }

    /** @param delete what was taken is removed from the mailbox instead of being marked read */
    record Settings(Duration poll, Duration pollWithoutIdle, boolean delete) {
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
        long pause = 1;
        while (!stopped()) {
            try (ImapMailbox mailbox = ImapMailbox.open(login, sockets)) {
                MessagingLog.LOG.mailboxOpen(account);
                numbering(mailbox);
                take(mailbox);
                pause = 1;
                follow(mailbox);
            } catch (BusinessException closed) {
                // The account was closed or removed meanwhile.
                break;
            } catch (MessagingException | RuntimeException failure) {
                if (!stopped()) {
                    MessagingLog.LOG.mailboxAway(account, pause, reason(failure));
                    pause(Duration.ofSeconds(pause));
                    pause = Math.min(LONGEST_PAUSE, pause * 2);
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
        for (long uid : order) {
            if (stopped()) {
                return;
            }
            take(mailbox, uid);
        }
        reached(waiting);
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

    private void take(ImapMailbox mailbox, long uid) throws MessagingException {
        Trouble trouble = troubles.get(uid);
        if (trouble != null && !trouble.stored() && trouble.attempts() >= MOST_ATTEMPTS) {
            salvage(mailbox, uid, trouble.attempts());
            return;
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
            return;
        }
        troubles.remove(uid);
        if (settings.delete()) {
            mailbox.delete(uid);
        } else {
            mailbox.markRead(uid);
        }
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
