// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills a database that the server has migrated and seeded with a history: the same one for the same sizes. A few
 * customers have very many contacts, most have few; so it is with messages. Two customers stand out, one with 10 and one
 * with 10,000 contacts. The open conversations belong to agents who are not at work, but for some that wait in the line of
 * another team, so that loading starts no work. The search index is to be rebuilt afterwards.
 */
public final class Loader {
    static final int FEW = 10;
    static final int MANY = 10_000;
    private static final long SEED = 5786;
    private static final int AGENTS = 200;
    private static final int DAYS = 700;
    /** Share of the open ones that wait in the other team's line. */
    private static final int WAITING_ONE_IN = 15;
    private static final String[] SEQUENCES = {"customer", "contact_point", "interaction", "message", "inbound_message", "work_item", "interaction_event", "staff_user"};

    private final Connection connection;
    private final Size size;
    private final Instant now;
    private long customers;
    private long points;
    private long interactions;
    private long messages;
    private long inbound;
    private long items;
    private long events;
    private long staff;
    private long form;
    private long team;
    private long line;
    private long otherTeam;
    private long otherLine;
    private long reason;

    /**
     * How much to load.
     *
     * @param firstPerson number of the first of the customers; a second load begins where the first ended
     * @param open of the conversations
     */
    public record Size(int firstPerson, int customers, int conversations, int messages, int open) {
        static final Size FULL = new Size(0, 50_000, 100_000, 1_000_000, 15_000);
        /** A tenth of the history, of half of the customers: those who write while the benchmark runs are among them. */
        static final Size TENTH = new Size(0, 25_000, 10_000, 100_000, 1_500);
        /** What is then missing. */
        static final Size REST = new Size(25_000, 25_000, 90_000, 900_000, 13_500);
    }

    /** @param few the customer with 10 contacts @param many the one with 10,000; null when the history is too short for him */
    record Loaded(long few, Long many, Duration took) {
    }

    private Loader(Connection connection, Size size) {
        this.connection = connection;
        this.size = size;
        this.now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@code Loader JDBC-URL [customers conversations messages open]}. */
    public static void main(String... arguments) throws SQLException {
        Size size = arguments.length < 5 ? Size.FULL : new Size(0, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            System.out.println(load(connection, size));
        }
    }

    static Loaded load(Connection connection, Size size) throws SQLException {
        return load(connection, size, null);
    }

    /** A history of customers who are there already. @param first the lowest of their ids, which have no gaps; null to load the customers as well */
    static Loaded load(Connection connection, Size size, Long first) throws SQLException {
        long began = System.nanoTime();
        Loader loader = new Loader(connection, size);
        loader.find();
        loader.constraints(false);
        connection.setAutoCommit(false);
        if (first == null) {
            loader.people();
        } else {
            loader.customers = first - 1;
        }
        loader.agents();
        loader.conversations();
        loader.sequences();
        connection.commit();
        connection.setAutoCommit(true);
        loader.constraints(true);
        loader.execute("analyze");
        return new Loaded(loader.customers + 1, size.conversations() >= FEW + 2 * MANY ? loader.customers + 2 : null, Duration.ofNanos(System.nanoTime() - began));
    }

    /** What the demo organisation has, and from which ids on there is room. */
    private void find() throws SQLException {
        form = number("select id from channel_account where code = 'form'");
        team = number("select id from team where code = 'service'");
        line = number("select id from work_queue where code = 'service'");
        otherTeam = number("select id from team where code = 'business'");
        otherLine = number("select id from work_queue where code = 'business'");
        reason = number("select min(id) from wrap_up_reason");
        customers = room("customer");
        points = room("contact_point");
        interactions = room("interaction");
        messages = room("message");
        inbound = room("inbound_message");
        items = room("work_item");
        events = room("interaction_event");
        staff = room("staff_user");
    }

    /** Far enough above what a running server has already taken from the sequence. */
    private long room(String table) throws SQLException {
        return number("select coalesce(max(id), 0) from " + table) / 1000 * 1000 + 2000;
    }

    private void constraints(boolean on) throws SQLException {
        execute(postgresql() ? "set session_replication_role = " + (on ? "origin" : "replica") : "set referential_integrity " + on);
    }

    private boolean postgresql() throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        return "PostgreSQL".equals(database.getDatabaseProductName());
    }

    private void people() throws SQLException {
        try (Rows rows = Rows.into(connection, "customer", "id", "kind", "first_name", "last_name", "display_name", "national_id", "segment", "language", "created_at")) {
            for (int at = 0; at < size.customers(); at++) {
                int person = size.firstPerson() + at;
                String segment = person % 13 == 0 ? "VIP" : person % 9 == 0 ? "SMALL_BUSINESS" : "PRIVATE";
                rows.add(customers + 1 + at, "PERSON", Corpus.first(person), Corpus.last(person), Corpus.person(person), Corpus.nationalId(person), segment, person % 5 == 0 ? "en" : "he", now.minus(DAYS, ChronoUnit.DAYS));
            }
        }
        try (Rows rows = Rows.into(connection, "contact_point", "id", "customer_id", "kind", "address", "written_as", "verified", "created_at")) {
            for (int at = 0; at < size.customers(); at++) {
                int person = size.firstPerson() + at;
                rows.add(points + 1 + 2L * at, customers + 1 + at, "EMAIL", Corpus.email(person), Corpus.email(person), true, now.minus(DAYS, ChronoUnit.DAYS));
                rows.add(points + 2 + 2L * at, customers + 1 + at, "PHONE", Corpus.phone(person), Corpus.phone(person), true, now.minus(DAYS, ChronoUnit.DAYS));
            }
        }
    }

    private void agents() throws SQLException {
        try (Rows rows = Rows.into(connection, "staff_user", "id", "user_name", "name_he", "name_en", "password_hash", "team_id")) {
            for (int agent = 0; agent < AGENTS; agent++) {
                rows.add(staff + 1 + agent, "loaded" + (staff + agent), Corpus.person(agent), "Agent " + agent, "*", team);
            }
        }
        try (Rows rows = Rows.into(connection, "agent", "user_id", "team_id", "presence", "since", "last_offered_at")) {
            for (int agent = 0; agent < AGENTS; agent++) {
                rows.add(staff + 1 + agent, team, "OFFLINE", now, now);
            }
        }
    }

    /** One conversation, as it follows from its number. */
    private final class Story {
        final int number;
        final SplittableRandom random;
        final long id;
        final long customer;
        final long person;
        final boolean hebrew;
        final boolean open;
        final boolean waiting;
        final int length;
        final Instant openedAt;
        final long agent;
        final String subject;

        Story(int number) {
            this.number = number;
            random = new SplittableRandom(SEED * 1_000_003L + size.firstPerson() * 31L + number);
            id = interactions + 1 + number;
            int drawnPerson = person();
            customer = customers + 1 + drawnPerson;
            person = size.firstPerson() + drawnPerson;
            hebrew = random.nextInt(4) != 0;
            open = number >= size.conversations() - size.open();
            waiting = open && number % WAITING_ONE_IN == 0;
            length = length();
            // older ones first; the newest end a day ago, the open ones were opened in the last days
            long age = (long) (DAYS * 86_400.0 * (size.conversations() - number) / size.conversations());
            openedAt = now.minusSeconds((open ? age % 400_000 : age) + 86_400);
            agent = staff + 1 + random.nextInt(AGENTS);
            subject = Corpus.sentence(random, hebrew, 4 + random.nextInt(5));
        }

        private int person() {
            int apart = (size.conversations() - FEW) / MANY;
            if (number < FEW) {
                return 0;
            }
            if (apart > 1 && (number - FEW) % apart == 0 && (number - FEW) / apart < MANY) {
                return 1;
            }
            // the cube makes some customers a hundred times as frequent as others
            double drawn = random.nextDouble();
            return 2 + (int) ((size.customers() - 2) * drawn * drawn * drawn);
        }

        /** At least one; on average what was asked for; one conversation in a thousand is very long. */
        private int length() {
            double mean = (double) size.messages() / size.conversations();
            if (mean < 1.5) {
                return 1;
            }
            if (number % 1000 == 999) {
                return (int) (mean * 20);
            }
            return 1 + (int) Math.round(-Math.log(1 - random.nextDouble()) * (mean * 0.98 - 1));
        }

        /** From the customer when even, from the agent when odd. */
        Instant at(int message) {
            return openedAt.plusSeconds(300L * message);
        }

        String text(int message) {
            SplittableRandom own = new SplittableRandom(SEED + (size.firstPerson() + (long) number) * 4099 + message);
            return Corpus.sentence(own, hebrew, 8 + own.nextInt(40));
        }

        Instant last() {
            return at(length - 1);
        }

        boolean unanswered() {
            return open && (waiting || length % 2 == 1);
        }
    }

    private void conversations() throws SQLException {
        try (Rows rows = Rows.into(connection, "interaction", "id", "reference", "customer_id", "identification", "account_id", "channel", "team_id", "owner_id", "subject", "language", "state", "opened_at", "last_message_at", "waiting_since",
                "closed_at", "wrap_up_reason_id", "reply_address", "last_line", "messages", "unread")) {
            for (Story story : stories()) {
                String text = story.text(story.length - 1);
                rows.add(story.id, "L" + story.id, story.customer, "CONTACT_POINT", form, "FORM", story.waiting ? otherTeam : team, story.waiting ? null : story.agent, story.subject, story.hebrew ? "he" : "en",
                        story.open ? "OPEN" : "CLOSED", story.openedAt, story.last(), story.unanswered() ? story.last() : null, story.open ? null : story.last().plusSeconds(60), story.open ? null : reason,
                        Corpus.email(story.person), text.substring(0, Math.min(160, text.length())), story.length, story.unanswered() ? 1 : 0);
            }
        }
        // nothing else can be asked of the connection while rows go in
        long plain = asking(otherLine);
        try (Rows rows = Rows.into(connection, "work_item", "id", "interaction_id", "queue_id", "line_id", "channel", "state", "weight", "waiting_since", "due_at", "agent_id")) {
            for (Story story : stories()) {
                String state = !story.open ? "DONE" : story.waiting ? "WAITING" : "PARKED";
                rows.add(items + 1 + story.number, story.id, story.waiting ? otherLine : line, story.waiting ? plain : null, "FORM", state, 20, story.openedAt, story.openedAt.plusSeconds(300), story.waiting ? null : story.agent);
            }
        }
        try (Rows rows = Rows.into(connection, "interaction_event", "id", "interaction_id", "after_position", "at", "kind", "actor", "detail")) {
            for (Story story : stories()) {
                if (!story.waiting) {
                    rows.add(++events, story.id, 1, story.openedAt.plusSeconds(60), "ACCEPTED", "loaded", null);
                }
                if (!story.open) {
                    rows.add(++events, story.id, story.length, story.last().plusSeconds(60), "CLOSED", "loaded", "ANSWERED");
                }
            }
        }
        messages();
        arrivals();
    }

    /** The line of a queue in which nothing is asked for. */
    private long asking(long queue) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into work_line (id, queue_id, channel, weight, interruptible, asked) values (nextval('work_line_seq'), " + queue + ", 'FORM', 20, true, '') on conflict do nothing");
            try (ResultSet found = statement.executeQuery("select id from work_line where queue_id = " + queue + " and channel = 'FORM' and weight = 20 and interruptible and asked = ''")) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private void messages() throws SQLException {
        long arrived = inbound;
        try (Rows rows = Rows.into(connection, "message", "id", "interaction_id", "customer_id", "position", "direction", "author", "author_user_id", "at", "text", "delivery", "inbound_id")) {
            for (Story story : stories()) {
                for (int message = 0; message < story.length; message++) {
                    boolean fromCustomer = message % 2 == 0;
                    rows.add(++messages, story.id, story.customer, message + 1, fromCustomer ? "INBOUND" : "OUTBOUND", fromCustomer ? Corpus.person(story.person) : "Agent", fromCustomer ? null : story.agent, story.at(message), story.text(message),
                            fromCustomer ? null : "ACCEPTED", fromCustomer ? ++arrived : null);
                }
            }
        }
    }

    /** What lies in the inbox of each message of a customer. */
    private void arrivals() throws SQLException {
        try (Rows rows = Rows.into(connection, "inbound_message", "id", "account_id", "external_id", "channel", "sender", "received_at", "state", "sent_to_broker_at", "processed_at", "interaction_id", "raw")) {
            for (Story story : stories()) {
                for (int message = 0; message < story.length; message += 2) {
                    Instant at = story.at(message);
                    rows.add(++inbound, form, "loaded-" + inbound, "FORM", Corpus.email(story.person), at, "PROCESSED", at, at, story.id, "{}".getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private Iterable<Story> stories() {
        return () -> java.util.stream.IntStream.range(0, size.conversations()).mapToObj(Story::new).iterator();
    }

    private void sequences() throws SQLException {
        List<Long> last = List.of(customers + size.customers(), points + 2L * size.customers(), interactions + size.conversations(), messages, inbound, items + size.conversations(), events, staff + AGENTS);
        for (int at = 0; at < SEQUENCES.length; at++) {
            execute("alter sequence " + SEQUENCES[at] + "_seq restart with " + (last.get(at) + 1000));
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
