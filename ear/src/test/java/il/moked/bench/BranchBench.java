// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.bench.branch.BranchDayPlay;
import il.moked.bench.branch.BranchFounding;
import il.moked.bench.branch.BranchProbe;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A day at 30 branches with 20 counters and 500 visitors each ({@code -Dmoked.bench.branches}, {@code .counters}, {@code .visitors}), faster than life: people come
 * as the calls of a real bank came on {@code -Dmoked.bench.day} when {@code -Dmoked.bench.calls} names the file, else as two made-up hills.
 */
final class BranchBench {
    private static final int BRANCHES = Integer.getInteger("moked.bench.branches", 30);
    private static final int COUNTERS = Integer.getInteger("moked.bench.counters", 20);
    private static final int VISITORS = Integer.getInteger("moked.bench.visitors", 500);
    /** So long the whole day lasts. */
    private static final int SECONDS = Integer.getInteger("moked.bench.branch-seconds", 600);
    private static final int SAYS_SOMETHING = 30;
    private static final int OPENS = 8 * 3600;
    private static final int CLOSES = 17 * 3600;
    private static final Pattern CAME = Pattern.compile("\"type\":\"VisitorCame\".*\"interaction\":(\\d+)");

    private final Installation installation;
    private final Report report;
    /** One request lasts the whole day; over HTTP/2 the server ends connections on which nothing comes for a minute. */
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BranchBench(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    /** Ends the server that runs and starts one with the probe on the same database. */
    void day() throws IOException, InterruptedException {
        installation.stopServer();
        Path product = ProbeArchive.write(installation.directory().resolve("branch"), installation.product(), BranchProbe.class, BranchFounding.class, BranchDayPlay.class);
        try (Server server = installation.startWith("branch", List.of(product), "-Dmoked.agent.unseen-seconds=0")) {
            long founded = System.nanoTime();
            ask(Map.of("do", "found", "branches", Integer.toString(BRANCHES), "counters", Integer.toString(COUNTERS), "customers", Integer.toString(VISITORS)));
            report.say("%d branches with %d counters founded in %.0f s", BRANCHES, COUNTERS, (System.nanoTime() - founded) / 1e9);
            long[] offsets = offsets();
            double speed = (double) (CLOSES - OPENS) / SECONDS;
            // until the compiler is done with most of it
            play(Arrays.stream(offsets).limit(Math.max(20, VISITORS / 5)).toArray(), speed);
            Map<Long, Long> shownAt = new ConcurrentHashMap<>();
            CountDownLatch listening = new CountDownLatch(1);
            WebSocket page = Browser.signIn("bench-greeter-0", "moked-demo-2026").listen(frame -> {
                Matcher came = CAME.matcher(frame);
                if (came.find()) {
                    shownAt.putIfAbsent(Long.valueOf(came.group(1)), System.nanoTime());
                } else if (frame.contains("Listening")) {
                    listening.countDown();
                }
            });
            listening.await(30, TimeUnit.SECONDS);
            // a page that says nothing for two minutes is taken for closed
            ScheduledExecutorService alive = Executors.newSingleThreadScheduledExecutor();
            try {
                alive.scheduleAtFixedRate(() -> page.sendText("{\"list\":[]}", true), SAYS_SOMETHING, SAYS_SOMETHING, TimeUnit.SECONDS);
                Work before = Work.now(server, installation.database());
                long began = System.nanoTime();
                Map<String, long[]> took = play(offsets, speed);
                double seconds = (System.nanoTime() - began) / 1e9;
                Work work = Work.now(server, installation.database()).since(before);
                TimeUnit.SECONDS.sleep(2);
                told(took, shownAt, speed, seconds, work);
            } finally {
                alive.shutdownNow();
            }
        }
    }

    private void told(Map<String, long[]> took, Map<Long, Long> shownAt, double speed, double seconds, Work work) {
        int visits = took.get("close").length;
        report.say("%d visits at %d branches with %d counters in %.0f s, %.0f times as fast as life: %.1f visits/s, %d failed; %s", visits, BRANCHES, COUNTERS, seconds, speed, visits / seconds, took.get("failed").length, work.describe(Math.max(1, visits)));
        report.say("in real time that is %.1f %% of %d processors", work.each(Math.max(1, visits)) / 1000 * BRANCHES * VISITORS / (CLOSES - OPENS) / Runtime.getRuntime().availableProcessors() * 100, Runtime.getRuntime().availableProcessors());
        for (String step : List.of("check-in", "call", "begin", "close")) {
            report.say("%s: %s", step, latencies(took.get(step)));
        }
        Latencies shown = new Latencies();
        long[] door = took.get("door");
        int missed = 0;
        for (int at = 0; at + 1 < door.length; at += 2) {
            Long seen = shownAt.get(door[at]);
            if (seen == null) {
                missed++;
            } else {
                shown.add(seen - door[at + 1]);
            }
        }
        report.say("door to the screen of the branch: %s, %d shown, %d missed", shown, shown.size(), missed);
    }

    private static Latencies latencies(long[] nanos) {
        Latencies latencies = new Latencies();
        Arrays.stream(nanos).forEach(latencies::add);
        return latencies;
    }

    private Map<String, long[]> play(long[] offsets, double speed) throws IOException, InterruptedException {
        String answer = ask(Map.of("do", "play", "branches", Integer.toString(BRANCHES), "counters", Integer.toString(COUNTERS), "speed", Double.toString(speed), "offsets", LongStream.of(offsets).mapToObj(Long::toString).collect(Collectors.joining(" "))));
        Map<String, long[]> took = new HashMap<>();
        answer.lines().forEach(line -> {
            String[] parts = line.strip().split(" ");
            took.put(parts[0], Arrays.stream(parts).skip(1).mapToLong(Long::parseLong).toArray());
        });
        return took;
    }

    /** Seconds of the day at which somebody comes. */
    private static long[] offsets() throws IOException {
        String file = System.getProperty("moked.bench.calls");
        Random random = new Random(5787);
        List<Long> shape = new ArrayList<>();
        if (file != null) {
            LocalDate day = LocalDate.parse(System.getProperty("moked.bench.day", "1999-02-10"));
            ZoneId israel = ZoneId.of("Asia/Jerusalem");
            BankCall.read(Path.of(file)).stream().filter(call -> call.day().equals(day)).map(call -> Duration.between(day.atStartOfDay(israel).toInstant(), call.dialled()).toSeconds()).filter(second -> second >= OPENS && second < CLOSES).forEach(shape::add);
        } else {
            for (int one = 0; one < 1000; one++) {
                double second = OPENS + (random.nextBoolean() ? 7200 + random.nextGaussian() * 2700 : 18_000 + random.nextGaussian() * 4500);
                shape.add((long) Math.max(OPENS, Math.min(CLOSES - 1, second)));
            }
        }
        return random.ints(VISITORS, 0, shape.size()).mapToLong(shape::get).sorted().toArray();
    }

    private String ask(Map<String, String> parameters) throws IOException, InterruptedException {
        String form = parameters.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Server.DESK + ProbeArchive.CONTEXT + "/branches")).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The probe answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
