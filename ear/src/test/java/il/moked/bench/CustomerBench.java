// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.As;
import il.moked.bench.PeopleLoader.Person;
import il.moked.bench.catalog.QuoteProbe;
import il.moked.bench.customer.CustomerProbe;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A million customers ({@code -Dmoked.bench.customers}) and five million entries of their timelines ({@code -Dmoked.bench.entries}): how long it takes to find one by
 * whatever is known of him, and to put a card together, inside the server, as a ratio to a bare query where there is one.
 */
final class CustomerBench implements AutoCloseable {
    private static final int CUSTOMERS = Integer.getInteger("moked.bench.customers", 1_000_000);
    private static final int ENTRIES = Integer.getInteger("moked.bench.entries", 5_000_000);
    private static final int ORDERS = Integer.getInteger("moked.bench.orders", 1_000_000);
    private static final int MESSAGES_A_CONVERSATION = 10;
    private static final int PRODUCTS = 5_000;
    private static final int QUOTES_WARM = 8;
    private static final List<Integer> LINES = List.of(1, 5, 20);
    private static final int WARM = 300;
    private static final int MEASURED = 300;
    private static final Duration INDEXING = Duration.ofMinutes(30);
    private static final String BY_PHONE = "select c.id, c.display_name from contact_point p join customer c on c.id = p.customer_id where p.kind = 'PHONE' and p.address = (select address from contact_point where id = ?)";
    private static final String LAST_CONTACTS = "select i.id, i.subject, i.last_line, i.last_message_at from interaction i where i.customer_id = ? order by i.last_message_at desc, i.id desc fetch first 40 rows only";
    private static final String HEBREW = "אבגדהוזחטיכלמנסעפצקרשתךםןףץ";
    private static final String[] LATIN = {"a", "b", "g", "d", "", "o", "z", "h", "t", "i", "k", "l", "m", "n", "s", "a", "p", "ts", "k", "r", "sh", "t", "kh", "m", "n", "f", "ts"};

    private final Installation installation;
    private final Report report;
    private final PeopleLoader people;
    private final HttpClient client = HttpClient.newHttpClient();
    private PeopleLoader.Loaded loaded;
    private Loader.Loaded history;
    private Server server;

    CustomerBench(Installation installation, Report report) throws IOException {
        this.installation = installation;
        this.report = report;
        people = new PeopleLoader(Names.read(), CUSTOMERS);
    }

    /** Loads the customers, ends the server that runs and starts one with the probe, which finds its index empty and builds it. */
    void customers() throws IOException, InterruptedException, SQLException {
        loaded = people.load(installation.connection());
        report.say("loaded %d customers with %d addresses in %.0f s", CUSTOMERS, 2 * CUSTOMERS, loaded.took().toMillis() / 1000.0);
        installation.stopServer();
        Path product = ProbeArchive.write(installation.directory().resolve("customer"), installation.product(), CustomerProbe.class, QuoteProbe.class, As.class);
        server = installation.startWith("customer", List.of(product), "-Dmoked.search.sweep-rows=0");
        long all = Long.parseLong(installation.asked("select count(*) from customer"));
        long began = System.nanoTime();
        while (Long.parseLong(ask(Map.of("do", "indexed"))) < all) {
            if (System.nanoTime() - began > INDEXING.toNanos()) {
                throw new IOException("The index is not built");
            }
            TimeUnit.SECONDS.sleep(2);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        report.say("index of %d customers built in %.0f s = %.0f/s", all, seconds, all / seconds);
    }

    /** Each kind of question with as many different ones. */
    void search() throws IOException, InterruptedException, SQLException {
        Map<String, Function<Person, String>> kinds = new LinkedHashMap<>();
        kinds.put("whole name", Person::name);
        kinds.put("surname", Person::last);
        kinds.put("beginnings of both, other way round", person -> cut(person.last(), 3) + " " + cut(person.first(), 2));
        kinds.put("two letters", person -> cut(person.last(), 2));
        kinds.put("fragment of a surname", person -> person.last().length() < 4 ? person.last() : person.last().substring(1, Math.min(5, person.last().length())));
        kinds.put("with a Hebrew prefix", person -> "ל" + person.last());
        kinds.put("name in the other alphabet", person -> latin(person.first()) + " " + latin(person.last()));
        kinds.put("telephone", person -> "0" + person.phone().substring(4, 6) + "-" + person.phone().substring(6));
        kinds.put("last four digits", person -> person.phone().substring(person.phone().length() - 4));
        kinds.put("last seven digits", person -> person.phone().substring(person.phone().length() - 7));
        kinds.put("identity or company number", person -> person.nationalId() != null ? person.nationalId() : person.companyNumber() != null ? person.companyNumber() : person.phone());
        kinds.put("e-mail", Person::email);
        kinds.put("piece of an e-mail", person -> person.email().substring(2, 9));
        kinds.put("surname and last four digits", person -> person.last() + " " + person.phone().substring(person.phone().length() - 4));
        kinds.put("nobody", person -> person.last() + " " + person.first() + "קקק");
        for (Function<Person, String> kind : kinds.values()) {
            asked(kind, 0, WARM / 2);
        }
        Latencies all = new Latencies();
        Work before = Work.now(server, installation.database());
        for (Map.Entry<String, Function<Person, String>> kind : kinds.entrySet()) {
            long[] nanos = asked(kind.getValue(), WARM, MEASURED);
            Latencies latencies = new Latencies();
            Arrays.stream(nanos).forEach(latencies::add);
            Arrays.stream(nanos).forEach(all::add);
            report.say("search of %d customers by %s: %s", CUSTOMERS, kind.getKey(), latencies);
        }
        report.say("search, all kinds: %s; %s", all, Work.now(server, installation.database()).since(before).describe((long) kinds.size() * MEASURED));
        Latencies bare = query(BY_PHONE, Long.parseLong(installation.asked("select max(id) from contact_point where kind = 'PHONE'")));
        report.say("bare query by telephone: %s", bare);
        topBar(kinds.values());
    }

    /** As the top bar asks while somebody types: customers and conversations in one answer. */
    private void topBar(Iterable<Function<Person, String>> kinds) throws IOException, InterruptedException {
        String cookie = Browser.signIn("dana", "moked-demo-2026").cookieHeader();
        Latencies latencies = new Latencies();
        try (Client browser = new Client(Server.DESK, cookie)) {
            for (int round = 0; round < 2; round++) {
                for (Function<Person, String> kind : kinds) {
                    for (int at = 0; at < MEASURED / 5; at++) {
                        String path = "/moked/agent/find?q=" + URLEncoder.encode(kind.apply(person(at)), StandardCharsets.UTF_8);
                        long began = System.nanoTime();
                        int status = browser.get(path).status();
                        if (status != 200) {
                            throw new IOException(path + ": " + status);
                        }
                        if (round > 0) {
                            latencies.add(System.nanoTime() - began);
                        }
                    }
                }
            }
        }
        report.say("the top bar's answer, all kinds, over HTTP: %s", latencies);
    }

    /** Conversations, messages and orders for the customers who are there. */
    void timeline() throws SQLException {
        Loader.Size size = new Loader.Size(0, CUSTOMERS, ENTRIES / (MESSAGES_A_CONVERSATION + 1), ENTRIES - ENTRIES / (MESSAGES_A_CONVERSATION + 1), 15_000);
        history = Loader.load(installation.connection(), size, loaded.first());
        report.say("loaded %d conversations and %d messages in %.0f s", size.conversations(), size.messages(), history.took().toMillis() / 1000.0);
        report.say("loaded %d orders in %.0f s", ORDERS, OrderLoader.load(installation.connection(), loaded.first(), CUSTOMERS, ORDERS).toMillis() / 1000.0);
    }

    /** With the first page of the timeline. */
    void card() throws IOException, InterruptedException {
        double[] few = card(Loader.FEW, loaded.first());
        double[] many = card(Loader.MANY, loaded.first() + 1);
        report.say("card: a thousand times the history costs %.2f times as much, p95 %.2f times", many[0] / few[0], many[1] / few[1]);
    }

    /** A quote under a number, committed, from a catalogue with two lists of prices and fifty promotions, for one of the customers. */
    void quote() throws IOException, InterruptedException {
        Map<String, String> catalog = Map.of("do", "catalog", "products", Integer.toString(PRODUCTS));
        long began = System.nanoTime();
        ask("/quotes", catalog);
        report.say("catalogue of %d products with prices and stock brought in from files in %.1f s", PRODUCTS, (System.nanoTime() - began) / 1e9);
        for (int lines : LINES) {
            Map<String, String> asked = Map.of("do", "quote", "products", Integer.toString(PRODUCTS), "rounds", Integer.toString(MEASURED), "lines", Integer.toString(lines), "first", Long.toString(loaded.first()), "customers", Integer.toString(CUSTOMERS));
            for (int warming = 0; warming < QUOTES_WARM; warming++) {
                ask("/quotes", asked);
            }
            report.say("quote of %d lines: %s", lines, latencies(ask("/quotes", asked)));
        }
    }

    private double[] card(int contacts, long customer) throws IOException, InterruptedException {
        Map<String, String> asked = Map.of("do", "card", "customer", Long.toString(customer), "rounds", Integer.toString(MEASURED));
        ask(asked);
        ask(asked);
        Latencies latencies = latencies(ask(asked));
        Latencies bare = query(LAST_CONTACTS, customer);
        report.say("card of a customer with %d contacts: %s; bare query of his last contacts: %s; %.1f times that", contacts, latencies, bare, latencies.at(0.5) / bare.at(0.5));
        return new double[] {latencies.at(0.5), latencies.at(0.95)};
    }

    private Latencies query(String sql, long value) throws IOException, InterruptedException {
        Map<String, String> asked = Map.of("do", "query", "sql", sql, "value", Long.toString(value), "rounds", Integer.toString(MEASURED));
        ask(asked);
        return latencies(ask(asked));
    }

    private long[] asked(Function<Person, String> kind, int from, int number) throws IOException, InterruptedException {
        String questions = IntStream.range(from, from + number).mapToObj(at -> kind.apply(person(at))).map(typed -> typed.replace('\n', ' ')).collect(Collectors.joining("\n"));
        return nanos(ask(Map.of("do", "search", "q", questions)));
    }

    /** Spread over all. */
    private Person person(int at) {
        return people.person((int) ((long) at * 7919 % CUSTOMERS));
    }

    private static String cut(String word, int letters) {
        return word.substring(0, Math.min(letters, word.length()));
    }

    private static String latin(String name) {
        StringBuilder latin = new StringBuilder();
        for (char letter : name.toCharArray()) {
            int at = HEBREW.indexOf(letter);
            latin.append(at < 0 ? String.valueOf(letter) : LATIN[at]);
        }
        return latin.toString();
    }

    private static Latencies latencies(String answer) {
        Latencies latencies = new Latencies();
        Arrays.stream(nanos(answer)).forEach(latencies::add);
        return latencies;
    }

    private static long[] nanos(String answer) {
        return Arrays.stream(answer.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private String ask(Map<String, String> parameters) throws IOException, InterruptedException {
        return ask("/customers", parameters);
    }

    private String ask(String probe, Map<String, String> parameters) throws IOException, InterruptedException {
        List<String> form = new ArrayList<>();
        parameters.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Server.DESK + ProbeArchive.CONTEXT + probe)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The probe answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
