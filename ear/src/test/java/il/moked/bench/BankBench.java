// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.bench.staff.SimulatedAgents;
import il.moked.bench.staff.StaffServlet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A month of calls of a real bank through the telephony door. {@code calls} tells all of them with their recorded moments,
 * as fast as the door takes them, and compares every figure of Moked's own report with what the file itself says.
 * {@code bank-day} replays one day many times faster than it was, the clock of the whole server included, with agents who
 * accept what the router offers them and serve as long as was recorded; who waits longer than his patience hangs up.
 */
final class BankBench {
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");
    private static final int CLIENTS = 8;
    /** Mean patience of that month, seconds; for the patience of those who were served before they lost it. */
    private static final double PATIENCE = 347.7;
    /** Mean service of that month, for who hung up on the real day and is served here. */
    private static final Duration MEAN_SERVICE = Duration.ofSeconds(176);
    private static final int IN_TIME = 20;

    private final Installation installation;
    private final Report report;
    private final List<BankCall> calls;

    BankBench(Installation installation, Report report) throws IOException {
        this.installation = installation;
        this.report = report;
        String file = System.getProperty("moked.bench.calls");
        if (file == null) {
            throw new IOException("Name the file of the bank's calls: -Dmoked.bench.calls=…");
        }
        this.calls = BankCall.read(Path.of(file));
    }

    /** The whole month, and the report of it. */
    void month() throws SQLException, InterruptedException, ExecutionException, IOException {
        customers(calls);
        Exchange exchange = new Exchange("month");
        long began = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                all.add(clients.submit(() -> {
                    for (int at = number; at < calls.size(); at += CLIENTS) {
                        whole(exchange, calls.get(at));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            clients.shutdownNow();
        }
        boolean drained = installation.await("select count(*) from inbound_message where channel = 'PHONE' and state = 'RECEIVED'", "0", Duration.ofMinutes(10));
        report.say("a month of calls: %d calls, %d events told and %s in %.0f s", calls.size(), exchange.told(), drained ? "taken" : "NOT all taken", (System.nanoTime() - began) / 1e9);
        compare(exchange);
    }

    private static void whole(Exchange exchange, BankCall call) {
        exchange.tell(call, "OFFERED", call.dialled(), Exchange.from(call));
        Instant end = call.queuedAt();
        if (call.reached()) {
            exchange.tell(call, "QUEUED", call.queuedAt(), "");
            end = end.plus(call.queue());
        }
        if (call.answered()) {
            exchange.tell(call, "ANSWERED", end, ",\"extension\":\"" + call.server() + "\"");
            end = end.plus(call.service());
        }
        exchange.tell(call, "ENDED", end, ",\"by\":\"" + (call.answered() ? "AGENT" : "CUSTOMER") + "\"");
    }

    private void compare(Exchange exchange) throws SQLException {
        LocalDate first = calls.get(0).day();
        JsonObject figures = json(exchange.get("/moked/api/v1/calls/figures?from=" + first.atStartOfDay(ISRAEL).toInstant() + "&to=" + first.plusMonths(1).atStartOfDay(ISRAEL).toInstant() + "&within=" + IN_TIME));
        Map<String, JsonObject> groups = new HashMap<>();
        figures.getJsonArray("items").getValuesAs(JsonObject.class).forEach(group -> groups.put(group.getString("group"), group));
        for (String group : List.of("ALL", "VIP", "PRIVATE", "UNKNOWN")) {
            List<BankCall> own = calls.stream().filter(call -> group.equals("ALL") || call.group().equals(group)).toList();
            long answered = own.stream().filter(BankCall::answered).count();
            long reached = own.stream().filter(BankCall::reached).count();
            long inTime = own.stream().filter(call -> call.answered() && call.queue().toSeconds() <= IN_TIME).count();
            long waited = own.stream().filter(BankCall::reached).mapToLong(call -> call.queue().toSeconds()).sum();
            long served = own.stream().mapToLong(call -> call.service().toSeconds()).sum();
            JsonObject told = groups.get(group);
            report.say("%s: answered %d (file %d), hung up %d (%d), reached %d (%d), abandoned %.2f %% (%.2f %%), within %d s %.1f %% (%.1f %%), patience %.1f s (%.1f), service %.1f s (%.1f), wait %.1f s", group,
                    told.getInt("answered"), answered, told.getInt("hungUp"), own.size() - answered, told.getInt("reached"), reached, 100 * number(told, "abandonment"), 100.0 * (reached - answered) / reached, IN_TIME,
                    100 * number(told, "serviceLevel"), 100.0 * inTime / reached, number(told, "meanPatienceSeconds"), (double) waited / (reached - answered), number(told, "meanServiceSeconds"), (double) served / answered, number(told, "meanWaitSeconds"));
            boolean same = told.getInt("answered") == answered && told.getInt("hungUp") == own.size() - answered && told.getInt("reached") == reached && told.getInt("answeredInTime") == inTime
                    && Math.abs(number(told, "meanWaitSeconds") * reached - waited) < reached * 0.001 && Math.abs(number(told, "meanServiceSeconds") * answered - served) < answered * 0.001;
            if (!same) {
                throw new IllegalStateException("The report of " + group + " is not what the file says: " + told);
            }
        }
        String stored = installation.asked("select count(*) || ' calls, ' || count(distinct interaction_id) || ' conversations' from phone_call where provider_call_id like 'month-%'");
        report.say("stored once each: %s", stored);
    }

    private static double number(JsonObject json, String name) {
        return json.isNull(name) ? 0 : json.getJsonNumber(name).doubleValue();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Whoever calls with a number is known by it: VIPs as such, regulars as private customers. */
    private void customers(List<BankCall> who) throws SQLException {
        Set<String> known = new HashSet<>();
        long next = Long.parseLong(installation.asked("select coalesce(max(id), 0) + 1000000 from customer"));
        Instant now = Instant.now();
        try (Rows people = Rows.into(installation.connection(), "customer", "id", "kind", "first_name", "last_name", "display_name", "segment", "language", "created_at")) {
            for (BankCall call : who) {
                if (call.number() != null && known.add(call.number())) {
                    people.add(next + known.size(), "PERSON", "Customer", call.number(), "Customer " + call.number(), call.group(), "he", now);
                }
            }
        }
        installation.execute("insert into contact_point (id, customer_id, kind, address, written_as, verified, created_at) select id, id, 'PHONE', last_name, last_name, true, created_at from customer where first_name = 'Customer' and id >= " + next
                + " and not exists (select 1 from contact_point p where p.customer_id = customer.id)");
    }

    /** What became of one call of the replayed day; times as they would have been on that day. */
    private static final class Lived {
        private final BankCall call;
        private volatile Instant answered;
        private volatile Instant gone;
        private volatile int answers;

        Lived(BankCall call) {
            this.call = call;
        }
    }

    /** One day, in the server that is started with simulated agents inside. Ends the server that runs. */
    void day() throws Exception {
        LocalDate day = LocalDate.parse(System.getProperty("moked.bench.day", "1999-02-10"));
        int speed = Integer.getInteger("moked.bench.speed", 60);
        List<BankCall> today = calls.stream().filter(call -> call.day().equals(day) && call.reached()).toList();
        customers(today);
        installation.stopServer();
        installation.execute("update agent set presence = 'OFFLINE', capacity = 100");
        Path product = ProbeArchive.withFastClock(installation.directory().resolve("bank"), installation.product(), StaffServlet.class, SimulatedAgents.class);
        try (Server server = installation.startWith("bank", List.of(product))) {
            live(today, speed);
        }
    }

    /** The time of the bank's day, of the server's clock, and ours. */
    private static final class Play {
        private final Instant morning;
        private final Instant shown;
        private final long began = System.nanoTime();
        private final int speed;

        /** @param shown what the server's clock shows in that morning */
        Play(Instant morning, Instant shown, int speed) {
            this.morning = morning;
            this.shown = shown;
            this.speed = speed;
        }

        /** Nanoseconds of ours from now to a moment of that day. */
        long until(Instant moment) {
            return Math.max(0, began + Duration.between(morning, moment).toNanos() / speed - System.nanoTime());
        }

        /** What it is on that day now. */
        Instant now() {
            return morning.plusNanos((System.nanoTime() - began) * speed);
        }

        /** A moment of that day as the exchange's clock, which is the server's, shows it. */
        Instant shown(Instant moment) {
            return shown.plus(Duration.between(morning, moment));
        }
    }

    private void live(List<BankCall> today, int speed) throws Exception {
        Exchange exchange = new Exchange("day" + Instant.now().getEpochSecond());
        TreeMap<Instant, Integer> staff = staff(today);
        int most = staff.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        exchange.get("/moked-bench/staff?make=" + most);
        Map<String, Lived> lived = new ConcurrentHashMap<>();
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(CLIENTS);
        Play play = new Play(today.get(0).dialled(), Instant.parse(exchange.get("/moked-bench/staff?speed=" + speed)), speed);
        Random random = new Random(5786);
        staff.forEach((from, count) -> hands.schedule(() -> exchange.get("/moked-bench/staff?at-work=" + count), play.until(from), TimeUnit.NANOSECONDS));
        for (BankCall call : today) {
            Lived one = new Lived(call);
            lived.put(exchange.name(call), one);
            Duration patience = call.answered() ? call.queue().plusMillis(Math.round(-PATIENCE * 1000 * Math.log(1 - random.nextDouble()))) : call.queue();
            hands.schedule(() -> exchange.tell(call, "QUEUED", play.shown(call.queuedAt()), Exchange.from(call)), play.until(call.queuedAt()), TimeUnit.NANOSECONDS);
            hands.schedule(() -> giveUp(exchange, one, play), play.until(call.queuedAt().plus(patience)), TimeUnit.NANOSECONDS);
        }
        Set<Long> carried = new HashSet<>();
        Future<?> obeying = hands.scheduleWithFixedDelay(() -> obey(exchange, lived, carried, hands, play), 0, 20, TimeUnit.MILLISECONDS);
        Instant evening = today.get(today.size() - 1).queuedAt().plus(Duration.ofHours(1));
        try {
            obeying.get(play.until(evening), TimeUnit.NANOSECONDS);
        } catch (TimeoutException evenings) {
            // an exchange that obeys to the end never says that it is done
        }
        hands.shutdownNow();
        tell(lived, staff, speed);
    }

    private static void giveUp(Exchange exchange, Lived one, Play play) {
        Instant now = play.now();
        synchronized (one) {
            if (one.answered != null) {
                return;
            }
            one.gone = now;
        }
        exchange.tell(one.call, "ENDED", play.shown(now), ",\"by\":\"CUSTOMER\"");
    }

    /** What the exchange is asked is done at once; whoever is put through talks as long as was recorded. @param carried commands that were carried out: what is asked for again is not done again */
    private static void obey(Exchange exchange, Map<String, Lived> lived, Set<Long> carried, ScheduledExecutorService hands, Play play) {
        for (JsonObject command : json(exchange.commands()).getJsonArray("items").getValuesAs(JsonObject.class)) {
            Lived one = command.containsKey("call") && !command.isNull("call") ? lived.get(command.getString("call")) : null;
            Instant now = play.now();
            boolean route = command.getString("kind").equals("ROUTE");
            long id = command.getJsonNumber("id").longValue();
            boolean again = !carried.add(id);
            boolean routed = route && !again && one != null && answer(one, now);
            if (routed || again || !route) {
                // of who hung up in that moment the end of the call says it all
                exchange.settle(id, "DONE");
            }
            if (routed) {
                exchange.tell(one.call, "ANSWERED", play.shown(now), ",\"extension\":\"" + command.getString("target") + "\"");
                Instant over = now.plus(one.call.answered() ? one.call.service() : MEAN_SERVICE);
                hands.schedule(() -> exchange.tell(one.call, "ENDED", play.shown(over), ",\"by\":\"AGENT\""), play.until(over), TimeUnit.NANOSECONDS);
            }
        }
    }

    private static boolean answer(Lived one, Instant now) {
        synchronized (one) {
            if (one.gone != null) {
                return false;
            }
            one.answers++;
            if (one.answered == null) {
                one.answered = now;
            }
            return one.answers == 1;
        }
    }

    /** How many served in each half hour of the real day. */
    private static TreeMap<Instant, Integer> staff(List<BankCall> today) {
        TreeMap<Instant, Set<String>> names = new TreeMap<>();
        for (BankCall call : today) {
            if (call.answered() && !call.server().equals("NO_SERVER")) {
                long half = Math.floorDiv(call.queuedAt().plus(call.queue()).getEpochSecond(), 1800) * 1800;
                names.computeIfAbsent(Instant.ofEpochSecond(half), unknown -> new HashSet<>()).add(call.server());
            }
        }
        TreeMap<Instant, Integer> staff = new TreeMap<>();
        names.forEach((half, who) -> staff.put(half, who.size()));
        return staff;
    }

    private void tell(Map<String, Lived> lived, TreeMap<Instant, Integer> staff, int speed) throws IOException {
        Map<String, Double> waits = new HashMap<>();
        for (String group : List.of("VIP", "PRIVATE", "UNKNOWN")) {
            List<Lived> own = lived.values().stream().filter(one -> one.call.group().equals(group)).toList();
            long served = own.stream().filter(one -> one.answered != null).count();
            double wait = own.stream().mapToDouble(one -> wait(one).toMillis() / 1000.0).average().orElse(0);
            waits.put(group, wait);
            report.say("a day at %d times: %s %d calls, %d served, %d gave up (%.1f %%), mean wait %.0f s", speed, group, own.size(), served, own.size() - served, 100.0 * (own.size() - served) / own.size(), wait);
        }
        long lost = lived.values().stream().filter(one -> one.answered == null && one.gone == null).count();
        long twice = lived.values().stream().filter(one -> one.answers > 1 || one.answered != null && one.gone != null).count();
        report.say("lost: %d, served twice: %d, of %d", lost, twice, lived.size());
        String picture = System.getProperty("moked.bench.picture");
        if (picture != null) {
            DayPicture drawn = new DayPicture(staff);
            lived.values().forEach(one -> drawn.waited(one.call.queuedAt(), one.answered != null ? one.answered : one.gone, one.answered != null, one.call.group()));
            Files.writeString(Path.of(picture), drawn.svg());
        }
        if (lost > 0 || twice > 0 || waits.get("VIP") >= waits.get("PRIVATE")) {
            throw new IllegalStateException("Somebody was lost or served twice, or VIPs waited longer: " + waits);
        }
    }

    private static Duration wait(Lived one) {
        Instant until = one.answered != null ? one.answered : one.gone;
        return until == null ? Duration.ZERO : Duration.between(one.call.queuedAt(), until);
    }
}
