// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import il.moked.access.Role;
import il.moked.channel.MailboxLeases.Progress;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.Collecting;
import il.moked.channel.ejb.Collecting.Post;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.channel.ejb.Reception;
import il.moked.channel.jms.Watched;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one reader at work for each mailbox whose lease this node holds. Starts readers some seconds after the server is
 * up, ends them before it goes down, and follows what an administrator changes.
 */
@Singleton
@Startup
@DependsOn("moked-ejb.jar#Collecting")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Mailboxes {
    private static final Duration RENEW = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final long PATIENCE_MILLIS = 3_000;
    /** A connection that is made anew at once is no outage. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    @Resource
    ManagedThreadFactory threads;
    @Inject
    Collecting collecting;
    @Inject
    Reception reception;
    @Inject
    ProviderWatch watch;
    @Inject
    Clock clock;
    @Inject
    Config config;
    /** Seconds after which a mailbox is looked into even when its server told nothing. */
    @Inject
    @ConfigProperty(name = "moked.mail.poll-seconds", defaultValue = "15")
    int pollSeconds;
    /** Seconds between two looks when the server cannot tell of new mail by itself. */
    @Inject
    @ConfigProperty(name = "moked.mail.poll-without-idle-seconds", defaultValue = "1")
    int pollWithoutIdleSeconds;
    /** What is done with a mail that was taken: {@code seen} or {@code delete}. */
    @Inject
    @ConfigProperty(name = "moked.mail.after", defaultValue = "seen")
    String after;

    private Watched watched;
    private final Map<Post, Running> running = new HashMap<>();

    @PostConstruct
    void open() {
        watched = new Watched(watch, Way.COLLECT);
    }

    private static final class Running {
        private final MailboxReader reader;
        private final Thread thread;
        private Instant renewedAt;
        private Progress stored;

        Running(MailboxReader reader, Thread thread, Instant renewedAt, Progress stored) {
            this.reader = reader;
            this.thread = thread;
            this.renewedAt = renewedAt;
            this.stored = stored;
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        DatabaseOutage.tolerated("mailboxes", () -> {
            Set<Post> wanted = collecting.posts().stream().collect(Collectors.toSet());
            List.copyOf(running.keySet()).stream().filter(post -> !wanted.contains(post)).forEach(this::leave);
            wanted.forEach(this::keep);
            watched.keep(running.keySet().stream().map(Post::accountId).toList());
            running.forEach((post, current) -> watch(post, current.reader));
        });
    }

    private void keep(Post post) {
        Running current = running.get(post);
        if (current != null && !current.thread.isAlive()) {
            running.remove(post);
            current = null;
        }
        Instant now = clock.instant();
        if (current == null) {
            if (collecting.hold(post.accountId())) {
                start(post, now);
            }
        } else if (current.renewedAt.plus(RENEW).isBefore(now)) {
            renew(post, current, now);
        }
    }

    private void watch(Post post, MailboxReader reader) {
        Optional<MailboxReader.Away> away = reader.away();
        if (away.isPresent() && away.get().since().plus(GRACE).isBefore(clock.instant())) {
            watched.away(post.accountId(), away.get().cause(), away.get().why());
        } else if (away.isEmpty() && reader.progress() != null) {
            watched.fine(post.accountId());
        }
    }

    private void start(Post post, Instant now) {
        Progress progress = collecting.progress(post.accountId()).orElse(null);
        String password = config.getOptionalValue("moked.mail." + post.account() + ".password", String.class).orElse(post.mailbox().user());
        boolean tls = Boolean.TRUE.equals(post.mailbox().tls());
        int port = post.mailbox().port() == null ? tls ? 993 : 143 : post.mailbox().port();
        MailboxLogin login = new MailboxLogin(post.mailbox().host(), port, post.mailbox().user(), password, tls);
        MailboxReader.Settings settings = new MailboxReader.Settings(Duration.ofSeconds(Math.max(1, pollSeconds)), Duration.ofSeconds(Math.max(1, pollWithoutIdleSeconds)), FIRST_PAUSE, "delete".equals(after));
        MailboxReader reader = new MailboxReader(post.account(), login, settings, reception::receive, clock, progress);
        Thread thread = threads.newThread(reader);
        thread.setName("moked-mailbox-" + post.account());
        running.put(post, new Running(reader, thread, now, progress));
        thread.start();
    }

    private void renew(Post post, Running current, Instant now) {
        if (!collecting.hold(post.accountId())) {
            stop(List.of(running.remove(post)));
            return;
        }
        current.renewedAt = now;
        store(post, current);
    }

    private void store(Post post, Running current) {
        Progress progress = current.reader.progress();
        if (progress != null && !progress.equals(current.stored)) {
            collecting.reached(post.accountId(), progress);
            current.stored = progress;
        }
    }

    private void leave(Post post) {
        Running current = running.remove(post);
        stop(List.of(current));
        store(post, current);
        collecting.release(post.accountId());
    }

    private static void stop(List<Running> readers) {
        readers.forEach(reader -> reader.reader.stop());
        for (Running reader : readers) {
            try {
                reader.thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException serverStops) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @PreDestroy
    void close() {
        stop(new ArrayList<>(running.values()));
        try {
            running.forEach((post, current) -> {
                store(post, current);
                collecting.release(post.accountId());
            });
        } catch (RuntimeException databaseGone) {
            // The lease runs out by itself, and what was read is known by its id.
            MessagingLog.LOG.databaseAway("mailboxes");
        }
        running.clear();
    }
}
