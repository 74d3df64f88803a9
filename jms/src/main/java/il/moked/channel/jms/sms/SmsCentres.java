// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.AccountLinks;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.Collecting;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.channel.ejb.Reception;
import il.moked.channel.ejb.SmsReception;
import il.moked.channel.jms.AccountPassword;
import il.moked.channel.jms.HeldLines;
import il.moked.channel.jms.ProviderLine;
import il.moked.channel.jms.Watched;
import il.moked.shared.jms.DatabaseOutage;
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
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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
    private static final long PATIENCE_MILLIS = 3_000;

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

    private HeldLines held;

    @PostConstruct
    void open() {
        held = new HeldLines("SMS centres", leases, new Watched(watch, Way.COLLECT), clock, this::line);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        held.keep(() -> accounts.of(Channel.SMS, "smpp"));
    }

    /** Long messages whose rest never came. On every node: each is locked while it is looked at. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void tidy() {
        DatabaseOutage.tolerated("SMS parts", () -> texts.tidy());
    }

    private ProviderLine line(Link link) {
        return new Centre(link.account(), SmppSettings.of(link));
    }

    @PreDestroy
    void close() {
        held.close();
    }

    private final class Centre implements ProviderLine {
        private final String account;
        /** Hands in what arrives: the library's own threads are none of the server's. */
        private final ThreadPoolExecutor worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        private final SmppLink link;
        private final Thread thread;

        Centre(String account, SmppSettings settings) {
            this.account = account;
            this.link = new SmppLink(account, settings, AccountPassword.of(account).orElse(""), new SmppDoor(account, reception, texts, worker), clock);
            this.thread = threads.newThread(link);
            thread.setName("moked-smpp-" + account);
        }

        @Override
        public void start() {
            worker.prestartCoreThread();
            links.add(account, link);
            thread.start();
        }

        @Override
        public boolean alive() {
            return thread.isAlive();
        }

        @Override
        public Optional<Trouble> trouble() {
            return link.trouble();
        }

        @Override
        public void stop() {
            links.remove(account);
            link.stop();
        }

        @Override
        public void join() throws InterruptedException {
            try {
                thread.join(PATIENCE_MILLIS);
            } finally {
                worker.shutdown();
            }
        }
    }
}
