// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import il.moked.access.StaffUsers;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Segment;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import il.moked.routing.ejb.Measuring;
import il.moked.routing.ejb.ThresholdChanged;
import il.moked.routing.ejb.WorkAbandoned;
import il.moked.routing.ejb.WorkServed;
import il.moked.routing.ejb.WorkWaiting;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two hours of a busy day, told to the counting as the lines would tell it: six queues beside those of branches, six channels; at last some who still wait. POST with {@code outage} takes the folder of a scanner away, with {@code over} gives it back. */
@WebServlet("/busy-floor")
public class BusyFloor extends HttpServlet {
    static final int QUEUES = 6;
    private static final long serialVersionUID = 1;
    private static final Path FOLDER = Path.of(System.getProperty("jboss.server.data.dir", "."), "post", "archive");
    private static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.FORM, Channel.WHATSAPP, Channel.SMS);
    private static final String[][] NAMES = {{"vip", "לקוחות זהב", "Gold customers"}, {"loans", "הלוואות ומשכנתאות", "Loans and mortgages"}, {"cards", "כרטיסי אשראי", "Credit cards"}, {"foreign", "מטבע חוץ", "Foreign currency"},
            {"digital", "תמיכה דיגיטלית", "Digital support"}, {"complaints", "פניות הציבור", "Complaints"}};

    @Inject
    transient WorkItems workItems;
    @Inject
    transient StaffUsers users;
    @Inject
    transient ChannelAccounts accounts;
    @Inject
    transient Measuring measuring;
    @Inject
    transient DomainEvents events;
    @Inject
    transient Clock clock;
    @Resource
    transient UserTransaction transaction;

    private final transient Random random = new Random(5786);
    private long item = 5_000_000_000L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            transaction.begin();
            if (request.getParameter("outage") != null) {
                takeTheFolderAway();
            } else if (request.getParameter("over") != null) {
                Files.deleteIfExists(FOLDER);
            } else {
                busy();
            }
            transaction.commit();
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** A file lies where the scanner's folder should be. */
    private void takeTheFolderAway() throws IOException {
        if (accounts.enabled(Channel.POST).stream().noneMatch(account -> account.code().equals("archive"))) {
            accounts.add(new ChannelAccount("archive", Channel.POST, "ארכיון", "Archive", "Archive", "he", accounts.get("form").queueId()).with(Map.of("folder", FOLDER.toString())));
        }
        Files.createDirectories(FOLDER.getParent());
        Files.deleteIfExists(FOLDER);
        Files.writeString(FOLDER, "in the way");
    }

    private void busy() {
        // beside those of the demo, of branches, and those that other tests have made
        int there = workItems.queues().size() - (int) accounts.all().stream().filter(account -> account.channel().inPerson()).count();
        for (int name = 0; there + name < QUEUES; name++) {
            workItems.add(new WorkQueue(NAMES[name][0], NAMES[name][1], NAMES[name][2], users.findTeam("business").orElseThrow()));
        }
        Instant now = clock.instant();
        events.tell(new ThresholdChanged("queue", workItems.queues().get(0).id(), "the wall looks again"));
        for (WorkQueue queue : workItems.queues()) {
            for (Channel channel : CHANNELS) {
                if (random.nextInt(5) > 0) {
                    past(queue.id(), channel, 120 + random.nextInt(200), now);
                    waiting(queue.id(), channel, random.nextInt(channel == Channel.PHONE ? 9 : 5), now);
                }
            }
        }
    }

    private void past(long queue, Channel channel, int mean, Instant now) {
        for (int contact = 0; contact < 14; contact++) {
            Instant at = now.minusSeconds(random.nextInt(7200));
            Duration wait = Duration.ofSeconds(1 + random.nextInt(2 * mean));
            item++;
            measuring.waiting(new WorkWaiting(item, null, queue, channel, Segment.PRIVATE, Duration.ofSeconds(300), at.minus(wait), at));
            if (random.nextInt(12) == 0) {
                measuring.abandoned(new WorkAbandoned(item, null, queue, channel, Segment.PRIVATE, Duration.ofSeconds(300), at.minus(wait), at));
            } else {
                measuring.served(new WorkServed(item, null, queue, channel, Segment.PRIVATE, Duration.ofSeconds(300), at.minus(wait), 1, at));
            }
        }
    }

    private void waiting(long queue, Channel channel, int how, Instant now) {
        for (int contact = 0; contact < how; contact++) {
            item++;
            measuring.waiting(new WorkWaiting(item, null, queue, channel, Segment.PRIVATE, Duration.ofSeconds(300), now.minusSeconds(random.nextInt(420)), now));
        }
    }
}
