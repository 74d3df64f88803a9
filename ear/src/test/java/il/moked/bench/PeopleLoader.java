// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Fills a database with people and companies to be found: most have Hebrew names, one in seven Latin ones, one in twelve
 * is a company, one in twenty a guest. A few names are very common, most are rare. The same person for the same number.
 */
final class PeopleLoader {
    private static final long SEED = 5787;
    private static final int LATIN_ONE_IN = 7;
    private static final int COMPANY_ONE_IN = 12;
    private static final int GUEST_ONE_IN = 20;
    private static final int DAYS = 3_000;
    private static final List<String> MAILS = List.of("mail.example", "post.example", "walla.example", "netvision.example", "inbox.example", "bezeq.example");

    private final Names names;
    private final int number;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** @param first the lowest id */
    record Loaded(long first, int number, Duration took) {
    }

    /** One of them. @param nationalId null of companies and guests */
    record Person(String kind, String first, String last, String name, String nationalId, String companyNumber, String phone, String email) {
    }

    PeopleLoader(Names names, int number) {
        this.names = names;
        this.number = number;
    }

    Person person(int at) {
        SplittableRandom random = new SplittableRandom(SEED * 1_000_003L + at);
        boolean latin = random.nextInt(LATIN_ONE_IN) == 0;
        String first = drawn(latin ? names.latinFirst() : names.hebrewFirst(), random);
        String last = drawn(latin ? names.latinLast() : names.hebrewLast(), random);
        String kind = at % COMPANY_ONE_IN == 5 ? "COMPANY" : at % GUEST_ONE_IN == 7 ? "GUEST" : "PERSON";
        String phone = "+9725" + random.nextInt(6) + String.format("%07d", random.nextInt(10_000_000));
        String mailName = drawn(names.latinFirst(), random).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "." + drawn(names.latinLast(), random).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + at % 10_000;
        boolean company = kind.equals("COMPANY");
        return new Person(kind, first, last, company ? last + (latin ? " Ltd" : " בע\"מ") : first + " " + last, kind.equals("PERSON") ? Corpus.nationalId(at) : null, company ? "5" + Corpus.nationalId(at).substring(1) : null, phone,
                mailName + "@" + (company ? "firm" + at + ".example" : MAILS.get(random.nextInt(MAILS.size()))));
    }

    /** The cube makes some names a thousand times as frequent as others. */
    private static String drawn(List<String> from, SplittableRandom random) {
        double place = random.nextDouble();
        return from.get((int) (from.size() * place * place * place));
    }

    Loaded load(Connection connection) throws SQLException {
        long began = System.nanoTime();
        long customers = room(connection, "customer");
        long points = room(connection, "contact_point");
        connection.setAutoCommit(false);
        try (Rows rows = Rows.into(connection, "customer", "id", "kind", "first_name", "last_name", "display_name", "national_id", "company_number", "segment", "language", "created_at")) {
            for (int at = 0; at < number; at++) {
                Person person = person(at);
                boolean known = person.kind().equals("PERSON");
                rows.add(customers + at, person.kind(), known ? person.first() : null, known ? person.last() : null, person.name(), person.nationalId(), person.companyNumber(), known ? "PRIVATE" : "SMALL_BUSINESS", at % 7 == 0 ? "en" : "he",
                        now.minus(at % DAYS, ChronoUnit.DAYS));
            }
        }
        try (Rows rows = Rows.into(connection, "contact_point", "id", "customer_id", "kind", "address", "written_as", "verified", "created_at")) {
            for (int at = 0; at < number; at++) {
                Person person = person(at);
                rows.add(points + 2L * at, customers + at, "EMAIL", person.email(), person.email(), true, now);
                rows.add(points + 2L * at + 1, customers + at, "PHONE", person.phone(), person.phone(), true, now);
            }
        }
        execute(connection, "alter sequence customer_seq restart with " + (customers + number + 1000));
        execute(connection, "alter sequence contact_point_seq restart with " + (points + 2L * number + 1000));
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, "analyze");
        return new Loaded(customers, number, Duration.ofNanos(System.nanoTime() - began));
    }

    private static long room(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
            rows.next();
            return rows.getLong(1) / 1000 * 1000 + 2000;
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
