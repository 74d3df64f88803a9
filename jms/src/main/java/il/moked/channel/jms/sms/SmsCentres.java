// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.AccountLinks;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.Collecting;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.channel.ejb.Reception;
import il.moked.channel.ejb.SmsReception;
import il.moked.channel.jms.Watched;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one link for each SMPP account whose lease this node holds: providers count sessions, and one that is bound
 * twice gets the receipts of the other. Follows what an administrator changes.
 */
@Singleton
@Startup
@DependsOn("moked-ejb.jar#Collecting")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmsCentres {
    private static final Duration RENEW = Duration.ofSeconds(20);
    private static final long PATIENCE_MILLIS = 3_000;
    /** A line that is made anew at once is no outage. */
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final int LONGEST_NODE = 120;

    @Resource
    ManagedThreadFactory threads;
    @Inject
    AccountLinks accounts;
    @Inject
    Collecting leases;
    @Inject
    Reception reception;
    @Inject
    SmsReception texts;
    @Inject
    ProviderWatch watch;
    @Inject
    SmppLinks links;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "moked")
    String nodeName;

    private final Map<Link, Running> running = new HashMap<>();
    private Watched watched;
    private final Set<Link> notSetUp = new HashSet<>();

    @PostConstruct
    void open() {
        watched = new Watched(watch, Way.COLLECT);
    }

    /** @param worker hands in what arrives: the library's own threads are none of the server's */
    private record Running(SmppLink link, Thread thread, ThreadPoolExecutor worker, Instant renewedAt) {
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        try {
            List<Link> wanted = accounts.of(Channel.SMS, "smpp");
            List.copyOf(running.keySet()).stream().filter(link -> !wanted.contains(link)).forEach(this::leave);
            notSetUp.retainAll(wanted);
            wanted.forEach(this::keep);
            watched.keep(running.keySet().stream().map(Link::accountId).toList());
            running.forEach((link, current) -> watch(link, current.link));
        } catch (EJBException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("SMS centres");
        }
    }

    /** Long messages whose rest never came. On every node: each is locked while it is looked at. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void tidy() {
        try {
            texts.tidy();
        } catch (EJBException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("SMS parts");
        }
    }

    private void keep(Link link) {
        Running current = running.get(link);
        if (current != null && !current.thread.isAlive()) {
            forget(link).worker.shutdown();
            current = null;
        }
        Instant now = clock.instant();
        if (current == null) {
            start(link, now);
        } else if (current.renewedAt.plus(RENEW).isBefore(now)) {
            if (leases.hold(link.accountId(), node())) {
                running.put(link, new Running(current.link, current.thread, current.worker, now));
            } else {
                stop(forget(link));
            }
        }
    }

    private void watch(Link link, SmppLink held) {
        Optional<SmppLink.Trouble> trouble = held.trouble();
        if (trouble.isEmpty()) {
            watched.fine(link.accountId());
        } else if (trouble.get().since().plus(GRACE).isBefore(clock.instant())) {
            watched.away(link.accountId(), trouble.get().cause(), trouble.get().why());
        }
    }

    private void start(Link link, Instant now) {
        SmppSettings settings;
        try {
            settings = SmppSettings.of(link);
        } catch (IllegalArgumentException wrong) {
            if (notSetUp.add(link)) {
                MessagingLog.LOG.smsNotSetUp(link.account(), wrong.getMessage());
            }
            watched.away(link.accountId(), Cause.SETTINGS, wrong.getMessage());
            return;
        }
        if (!leases.hold(link.accountId(), node())) {
            return;
        }
        ThreadPoolExecutor worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        worker.prestartCoreThread();
        SmppLink started = new SmppLink(link.account(), settings, SmsSecrets.password(link.account()).orElse(""), new SmppDoor(link.account(), reception, texts, worker), clock);
        Thread thread = threads.newThread(started);
        thread.setName("moked-smpp-" + link.account());
        running.put(link, new Running(started, thread, worker, now));
        links.add(link.account(), started);
        thread.start();
    }

    private Running forget(Link link) {
        links.remove(link.account());
        return running.remove(link);
    }

    private void leave(Link link) {
        stop(forget(link));
        leases.release(link.accountId(), node());
    }

    private static void stop(Running running) {
        running.link.stop();
        try {
            running.thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
        running.worker.shutdown();
    }

    private String node() {
        return nodeName.length() > LONGEST_NODE ? nodeName.substring(0, LONGEST_NODE) : nodeName;
    }

    @PreDestroy
    void close() {
        List<Link> held = List.copyOf(running.keySet());
        running.values().forEach(current -> current.link.stop());
        try {
            held.forEach(this::leave);
        } catch (RuntimeException databaseGone) {
            // The lease runs out by itself.
            MessagingLog.LOG.databaseAway("SMS centres");
        }
    }
}
