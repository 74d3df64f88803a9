// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.bench.chat.ChatProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * 500 visitors with their windows open at once, and as many answers as their agents would write: each is answered every twenty
 * seconds, says something after every second answer, and reports what it has and has read. Measured is the time from the moment at
 * which an agent sends until the answer is in the window. Loopback only; ends by itself after some two minutes.
 */
final class ChatBench {
    private static final int TRIES = 5;
    private static final int VISITORS = Integer.getInteger("moked.bench.visitors", 500);
    private static final int SECONDS_BETWEEN = 20;
    private static final int WARM_SECONDS = 20;
    private static final int SECONDS = 60;
    private static final int WRITERS = 4;
    private static final int PING_SECONDS = 25;
    private static final long LONGEST_WAIT = 120_000;

    private final Installation installation;
    private final Report report;

    ChatBench(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    void visitors() throws IOException, InterruptedException, SQLException {
        installation.stopServer();
        Path product = ProbeArchive.write(installation.directory().resolve("chat"), installation.product(), ChatProbe.class);
        List<ChatVisitor> visitors = new CopyOnWriteArrayList<>();
        ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor();
        pings.scheduleAtFixedRate(() -> visitors.forEach(ChatVisitor::pings), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        try (Server server = installation.startWith("chat", List.of(product))) {
            installation.forgetContacts();
            Latencies delivered = new Latencies();
            Latencies acknowledged = new Latencies();
            long began = System.nanoTime();
            for (int number = 0; number < VISITORS; number++) {
                ChatVisitor visitor = new ChatVisitor(number, delivered, acknowledged);
                visitor.comes(8081 + Server.OFFSET);
                visitors.add(visitor);
            }
            List<Long> chats = chats();
            report.say("%d visitors came and their first lines were conversations after %.1f s; line kept: %s", VISITORS, (System.nanoTime() - began) / 1e9, acknowledged);
            try (Client agent = new Client(Server.DESK, "")) {
                for (long chat : chats) {
                    hand(agent, chat, "&take=1");
                }
            }
            await(delivered, answered(chats, WARM_SECONDS, visitors));
            Latencies measured = new Latencies();
            int before = delivered.size();
            Work work = Work.now(server, installation.database());
            int answers = answered(chats, SECONDS, visitors);
            await(delivered, before + answers);
            Work used = Work.now(server, installation.database()).since(work);
            delivered.since(before, measured);
            report.say("%d chats at once, %d answers in %d s (%.1f/s): in the window after %s; %d of them came; %s; load %s", VISITORS, answers, SECONDS, answers / (double) SECONDS, measured, measured.size(), used.describe(answers), Report.load());
            report.say("visitors by answers heard: %s", visitors.stream().collect(Collectors.groupingBy(ChatVisitor::heard, TreeMap::new, Collectors.counting())));
        } finally {
            pings.shutdownNow();
            for (ChatVisitor visitor : visitors) {
                visitor.close();
            }
        }
    }

    private List<Long> chats() throws SQLException, InterruptedException {
        String wanted = "select count(*) from chat_session where interaction_id is not null and visitor_name like 'visitor %'";
        long end = System.currentTimeMillis() + LONGEST_WAIT;
        while (Long.parseLong(installation.asked(wanted)) < VISITORS) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("only " + installation.asked(wanted) + " of " + VISITORS + " chats became conversations");
            }
            Thread.sleep(200);
        }
        List<Long> chats = new ArrayList<>();
        for (String id : installation.asked("select string_agg(cast(interaction_id as varchar), ',') from chat_session where visitor_name like 'visitor %'").split(",")) {
            chats.add(Long.valueOf(id));
        }
        return chats;
    }

    /** Answers at an even rate, whatever the time each takes. @return how many */
    private int answered(List<Long> chats, int seconds, List<ChatVisitor> visitors) throws InterruptedException {
        int answers = seconds * VISITORS / SECONDS_BETWEEN;
        long gap = TimeUnit.SECONDS.toNanos(seconds) / answers;
        long began = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Void>> written = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            written.add(writers.submit(() -> {
                try (Client agent = new Client(Server.DESK, "")) {
                    for (int at = next.getAndIncrement(); at < answers; at = next.getAndIncrement()) {
                        TimeUnit.NANOSECONDS.sleep(Math.max(0, began + at * gap - System.nanoTime()));
                        hand(agent, chats.get(at % VISITORS), "");
                        if (at % 2 == 0) {
                            visitors.get(at % VISITORS).says("and more");
                        }
                    }
                    return null;
                }
            }));
        }
        writers.shutdown();
        if (!writers.awaitTermination(seconds * 3L + 60, TimeUnit.SECONDS)) {
            writers.shutdownNow();
            throw new IllegalStateException("the answers were not written in time");
        }
        for (Future<Void> writer : written) {
            try {
                writer.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("not all answers were written", failed.getCause());
            }
        }
        return answers;
    }

    private static void hand(Client agent, long chat, String what) throws IOException {
        // whoever meets somebody else's change is told so, and presses again
        int status = 0;
        for (int tries = 0; tries < TRIES && status != 204; tries++) {
            status = agent.get(ProbeArchive.CONTEXT + "/chat?id=" + chat + what).status();
        }
        if (status != 204) {
            throw new IOException("chat " + chat + ": " + status);
        }
    }

    private static void await(Latencies delivered, int size) throws InterruptedException {
        for (long end = System.currentTimeMillis() + 15_000; delivered.size() < size && System.currentTimeMillis() < end;) {
            Thread.sleep(50);
        }
    }
}
