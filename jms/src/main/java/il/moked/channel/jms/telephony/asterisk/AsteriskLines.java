// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.AccountLinks;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.Collecting;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.channel.jms.AccountPassword;
import il.moked.channel.jms.HeldLines;
import il.moked.channel.jms.ProviderLine;
import il.moked.channel.jms.Watched;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.Exchanging.Lasting;
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
import java.util.List;
import java.util.Optional;

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
    private static final long PATIENCE_MILLIS = 3_000;

    @Resource
    ManagedThreadFactory threads;
    @Inject
    AccountLinks accounts;
    @Inject
    Collecting leases;
    @Inject
    ProviderWatch watch;
    @Inject
    EventTelling telling;
    @Inject
    AsteriskExchange exchange;
    @Inject
    Clock clock;

    private HeldLines held;

    @PostConstruct
    void open() {
        held = new HeldLines("telephone lines", leases, new Watched(watch, Way.COLLECT), clock, this::line);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        held.keep(() -> accounts.of(Channel.PHONE, exchange.driver()));
    }

    private ProviderLine line(Link link) {
        return new Line(link.account(), AsteriskSettings.of(link.settings()));
    }

    @PreDestroy
    void close() {
        held.close();
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

    private final class Line implements ProviderLine {
        private final String account;
        private final Notebook notebook;
        private final AsteriskLink link;
        private final Thread writer;
        private final Thread reader;

        Line(String account, AsteriskSettings settings) {
            this.account = account;
            this.notebook = new Notebook(account, door(account));
            this.link = new AsteriskLink(account, settings, () -> AccountPassword.of(account).orElse(""), notebook, clock);
            this.writer = threads.newThread(notebook);
            writer.setName("moked-exchange-notes-" + account);
            this.reader = threads.newThread(link);
            reader.setName("moked-exchange-" + account);
        }

        @Override
        public void start() {
            exchange.add(account, link);
            writer.start();
            reader.start();
        }

        @Override
        public boolean alive() {
            return reader.isAlive() && writer.isAlive();
        }

        @Override
        public Optional<Trouble> trouble() {
            return link.trouble();
        }

        @Override
        public void stop() {
            exchange.remove(account);
            link.stop();
        }

        /** First nothing more is heard, then what was heard is written down. */
        @Override
        public void join() throws InterruptedException {
            reader.join(PATIENCE_MILLIS);
            notebook.stop();
            writer.join(PATIENCE_MILLIS);
        }
    }
}
