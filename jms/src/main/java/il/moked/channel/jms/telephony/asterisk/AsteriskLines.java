// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ejb.AccountLinks;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.Collecting;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.Exchanging.Lasting;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
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
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one line for each telephone account that is driven by Asterisk and whose lease this node holds: two that listen would
 * ask the exchange twice. Follows what an administrator changes.
 */
@Singleton
@Startup
@DependsOn("moked-ejb.jar#Collecting")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AsteriskLines {
    private static final Duration RENEW = Duration.ofSeconds(20);
    private static final long PATIENCE_MILLIS = 3_000;
    private static final int LONGEST_NODE = 120;

    @Resource
    ManagedThreadFactory threads;
    @Inject
    AccountLinks accounts;
    @Inject
    Collecting leases;
    @Inject
    EventTelling telling;
    @Inject
    AsteriskExchange exchange;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "moked")
    String nodeName;

    private final Map<Link, Running> running = new HashMap<>();
    private final Set<Link> notSetUp = new HashSet<>();

    private record Running(AsteriskLink link, Thread reader, Notebook notebook, Thread writer, Instant renewedAt) {
        Running renewed(Instant now) {
            return new Running(link, reader, notebook, writer, now);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        try {
            List<Link> wanted = accounts.of(Channel.PHONE, exchange.driver());
            List.copyOf(running.keySet()).stream().filter(link -> !wanted.contains(link)).forEach(this::leave);
            notSetUp.retainAll(wanted);
            wanted.forEach(this::keep);
        } catch (EJBException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("telephone lines");
        }
    }

    private void keep(Link link) {
        Running current = running.get(link);
        if (current != null && !(current.reader.isAlive() && current.writer.isAlive())) {
            stop(forget(link));
            current = null;
        }
        Instant now = clock.instant();
        if (current == null) {
            start(link, now);
        } else if (current.renewedAt.plus(RENEW).isBefore(now)) {
            if (leases.hold(link.accountId(), node())) {
                running.put(link, current.renewed(now));
            } else {
                stop(forget(link));
            }
        }
    }

    private void start(Link link, Instant now) {
        AsteriskSettings settings;
        try {
            settings = AsteriskSettings.of(link.settings());
        } catch (IllegalArgumentException wrong) {
            if (notSetUp.add(link)) {
                MessagingLog.LOG.exchangeNotSetUp(link.account(), wrong.getMessage());
            }
            return;
        }
        if (!leases.hold(link.accountId(), node())) {
            return;
        }
        Notebook notebook = new Notebook(link.account(), door(link.account()));
        AsteriskLink line = new AsteriskLink(link.account(), settings, () -> password(link.account()), notebook, clock);
        Thread writer = threads.newThread(notebook);
        writer.setName("moked-exchange-notes-" + link.account());
        Thread reader = threads.newThread(line);
        reader.setName("moked-exchange-" + link.account());
        running.put(link, new Running(line, reader, notebook, writer, now));
        exchange.add(link.account(), line);
        writer.start();
        reader.start();
    }

    private Notebook.Door door(String account) {
        return new Notebook.Door() {
            @Override
            public void tell(CallEvent event) {
                telling.tell(account, event);
            }

            @Override
            public List<Lasting> lasting() {
                return telling.lasting(account);
            }
        };
    }

    /** What only the operator's configuration knows. */
    private static String password(String account) {
        return ConfigProvider.getConfig().getOptionalValue("moked.channel." + account + ".password", String.class).orElse("");
    }

    private Running forget(Link link) {
        exchange.remove(link.account());
        return running.remove(link);
    }

    private void leave(Link link) {
        stop(forget(link));
        leases.release(link.accountId(), node());
    }

    /** First nothing more is heard, then what was heard is written down. */
    private static void stop(Running running) {
        running.link.stop();
        try {
            running.reader.join(PATIENCE_MILLIS);
            running.notebook.stop();
            running.writer.join(PATIENCE_MILLIS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
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
            MessagingLog.LOG.databaseAway("telephone lines");
        }
    }
}
