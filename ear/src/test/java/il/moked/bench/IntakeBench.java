// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.net.http.WebSocket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many contacts come in, what each costs, and how long until the agent sees it. */
final class IntakeBench {
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("moked.bench.warm", 60));
    private static final Duration STEP = Duration.ofSeconds(Integer.getInteger("moked.bench.step", 20));
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final int[] CLIENTS = {1, 8, 32};
    private static final int RATE = 100;
    private static final List<String> AGENTS = List.of("dana", "yossi", "michal");
    private static final String TEAM = "(select id from work_queue where code = 'service')";
    private static final String RECEIVED = "select case when exists (select 1 from inbound_message where state = 'RECEIVED')";
    private static final String WAITING = " or exists (select 1 from work_item where state = 'WAITING' and queue_id = " + TEAM + ")";
    /** What the senders counted, at the end of the id. */
    private static final String NUMBER = "cast(substring(m.external_id from position('-' in m.external_id) + 1) as bigint)";
    private static final Pattern OFFERED = Pattern.compile("\"type\":\"WorkOffered\".*?\"interaction\":(\\d+)");

    private final Installation installation;
    private final Report report;
    private final AtomicLong number = new AtomicLong();
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final double[] floor = new double[CLIENTS.length];
    private double costBefore;

    IntakeBench(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    /** The least this server and database can do with a request that must be kept. */
    void floor() throws InterruptedException {
        rows(8, WARM);
        for (int step = 0; step < CLIENTS.length; step++) {
            Work before = work();
            Senders.Sent sent = rows(CLIENTS[step], STEP);
            floor[step] = sent.accepted() / sent.seconds();
            report.say("bare floor, %2d clients: %.0f/s, %s; %s; refused %d", CLIENTS[step], floor[step], sent.latencies(), work().since(before).describe(sent.accepted()), sent.refused());
        }
    }

    private Senders.Sent rows(int clients, Duration time) throws InterruptedException {
        return Senders.send(clients, time, Server.DESK, "", FloorArchive.PATH, at -> "{\"externalId\":\"" + run + "-" + at + "\",\"text\":\"" + Corpus.sentence(new SplittableRandom(at), true, 80) + "\"}", number);
    }

    private Work work() {
        return Work.now(installation.server(), installation.database());
    }

    /** Few senders leave the compiler its share of the processors: with many it is not done for a quarter of an hour. */
    void warm() throws InterruptedException, SQLException {
        contacts(2, WARM);
        contacts(8, STEP);
    }

    /** Contact at the door to committed conversation and offered work item, with 1, 8 and 32 senders. */
    void intake() throws InterruptedException, SQLException {
        warm();
        for (int step = 0; step < CLIENTS.length; step++) {
            Work before = work();
            long first = number.get();
            Senders.Sent sent = contacts(CLIENTS[step], STEP);
            Work work = work().since(before);
            double rate = sent.accepted() / work.wall();
            report.say("intake, %2d senders, until drained: %.0f/s%s; accepted %.0f/s, %s; %s; refused %d", CLIENTS[step], rate, floor[step] == 0 ? "" : String.format(" = %.0f %% of the floor", 100 * rate / floor[step]),
                    sent.accepted() / sent.seconds(), sent.latencies(), work.describe(sent.accepted()), sent.refused());
            report.say("   door to committed conversation p50/p95/p99 %s ms, to offer %s ms", percentiles("processed_at", first), percentiles("w.offered_at", first));
        }
    }

    private String percentiles(String until, long after) throws SQLException {
        String ms = "within group (order by extract(epoch from (" + until + " - m.received_at)) * 1000)";
        String[] found = installation.asked("select percentile_cont(0.5) " + ms + " || '/' || percentile_cont(0.95) " + ms + " || '/' || percentile_cont(0.99) " + ms
                + " from inbound_message m join work_item w on w.interaction_id = m.interaction_id where m.external_id like '" + run + "-%' and " + NUMBER + " > " + after).split("/");
        return Arrays.stream(found).map(each -> String.format(Locale.ROOT, "%.1f", Double.parseDouble(each))).collect(Collectors.joining(" / "));
    }

    /** Sends for so long, then waits until all of it is a conversation and offered. */
    private Senders.Sent contacts(int clients, Duration time) throws InterruptedException, SQLException {
        Senders.Sent sent = Senders.send(clients, time, Server.DESK, Contacts.headers(), Contacts.PATH, at -> Contacts.body(run, at), number);
        drain();
        return sent;
    }

    private void drain() throws InterruptedException, SQLException {
        if (!installation.await(RECEIVED + (installation.offersEnd() ? "" : WAITING) + " then 'true' else 'false' end", "false", DRAIN)) {
            report.say("   not drained within %d s: what follows is worth nothing", DRAIN.toSeconds());
        }
    }

    /** What one contact costs with the history that is there; the second time also how much more than the first. */
    void history() throws InterruptedException, SQLException {
        installation.forgetContacts();
        contacts(8, STEP);
        Work before = work();
        Senders.Sent sent = contacts(8, STEP);
        Work work = work().since(before);
        double cost = work.each(sent.accepted());
        report.say("intake in a history of %s conversations and %s messages: %s%s", installation.asked("select count(*) from interaction"), installation.asked("select count(*) from message"), work.describe(sent.accepted()),
                costBefore == 0 ? "" : String.format("; %.2f times what it was", cost / costBefore));
        costBefore = cost;
    }

    /** From the moment a contact should be sent to the frame at the browser of the agent who is offered it, at a fixed rate. */
    void screen() throws Exception {
        installation.forgetContacts();
        Map<Long, Long> shownAt = new ConcurrentHashMap<>();
        List<WebSocket> sockets = new ArrayList<>();
        CountDownLatch listening = new CountDownLatch(AGENTS.size());
        for (String agent : AGENTS) {
            sockets.add(Browser.signIn(agent, "moked-demo-2026").listen(frame -> {
                if (frame.contains("Listening")) {
                    listening.countDown();
                }
                shown(frame, shownAt);
            }));
        }
        listening.await(30, TimeUnit.SECONDS);
        installation.openToAnyNumber();
        Work before = work();
        long first = number.get();
        Map<Long, Long> dueAt = send(Duration.ofSeconds(30));
        drain();
        // what is on its way to the sockets may arrive; what was lost does not
        for (int wait = 0; wait < 50 && shownAt.size() < dueAt.size(); wait++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Latencies latencies = new Latencies();
        int missed = 0;
        try (Statement statement = installation.connection().createStatement();
                ResultSet rows = statement.executeQuery("select " + NUMBER + ", m.interaction_id from inbound_message m where m.external_id like '" + run + "-%' and " + NUMBER + " > " + first)) {
            while (rows.next()) {
                Long shown = shownAt.get(rows.getLong(2));
                if (shown == null) {
                    missed++;
                } else {
                    latencies.add(shown - dueAt.get(rows.getLong(1)));
                }
            }
        }
        report.say("door to the agent's browser at %d contacts/s: %s, %d shown, %d missed; %s", RATE, latencies, latencies.size(), missed, work().since(before).describe(Math.max(1, latencies.size())));
        for (WebSocket socket : sockets) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    private static void shown(String frame, Map<Long, Long> shownAt) {
        Matcher offered = OFFERED.matcher(frame);
        if (offered.find()) {
            shownAt.putIfAbsent(Long.valueOf(offered.group(1)), System.nanoTime());
        }
    }

    /** At the fixed rate, whether the server keeps up or not. @return when each was due */
    private Map<Long, Long> send(Duration time) throws InterruptedException {
        Map<Long, Long> dueAt = new ConcurrentHashMap<>();
        ExecutorService senders = Executors.newFixedThreadPool(16);
        ThreadLocal<Client> clients = ThreadLocal.withInitial(() -> new Client(Server.DESK, Contacts.headers()));
        long began = System.nanoTime();
        for (long at = 0; at < RATE * time.toSeconds(); at++) {
            long due = began + at * 1_000_000_000L / RATE;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            senders.execute(() -> {
                long contact = number.incrementAndGet();
                dueAt.put(contact, due);
                try {
                    clients.get().post(Contacts.PATH, Contacts.body(run, contact));
                } catch (IOException lost) {
                    System.err.println(lost);
                }
            });
        }
        senders.shutdown();
        senders.awaitTermination(1, TimeUnit.MINUTES);
        return dueAt;
    }
}
