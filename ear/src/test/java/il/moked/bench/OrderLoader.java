// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** Orders of customers who are there, paid and delivered, with a line or a few. The customer with few contacts has few of them, the one with very many has many. */
final class OrderLoader {
    private static final long SEED = 5788;
    private static final int DAYS = 1_500;
    private static final int MANY_ONE_IN = 500;
    private static final int FEW = 3;
    private static final int MOST_LINES = 4;
    private static final int VAT_PER_THOUSAND = 180;

    private OrderLoader() {
    }

    /** @param first the lowest of the customers' ids, which have no gaps */
    static Duration load(Connection connection, long first, int customers, int orders) throws SQLException {
        long began = System.nanoTime();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long order = room(connection, "sale_order");
        long line = room(connection, "sale_order_line");
        try (Rows rows = Rows.into(connection, "sale_order", "id", "number", "customer_id", "state", "settlement", "currency", "net_minor", "vat_minor", "gross_minor", "paid_minor", "channel", "placed_by", "created_at", "placed_at", "confirmed_at", "paid_at",
                "fulfilled_at")) {
            for (int at = 0; at < orders; at++) {
                SplittableRandom random = new SplittableRandom(SEED + at);
                Instant created = now.minus((long) (DAYS * (double) (orders - at) / orders * 86_400), ChronoUnit.SECONDS);
                long customer = at < FEW ? first : at % MANY_ONE_IN == 0 ? first + 1 : first + 2 + random.nextInt(customers - 2);
                long net = 0;
                int lines = 1 + at % MOST_LINES;
                for (int place = 0; place < lines; place++) {
                    net += net(at, place);
                }
                long vat = vat(net);
                rows.add(order + at, "B-" + at, customer, "FULFILLED", "CARD", "ILS", net, vat, net + vat, net + vat, "PHONE", "loaded", created, created, created, created, created.plus(2, ChronoUnit.DAYS));
            }
        }
        try (Rows rows = Rows.into(connection, "sale_order_line", "id", "order_id", "place", "sku", "name_he", "name_en", "quantity", "net_minor", "vat_minor", "gross_minor")) {
            for (int at = 0; at < orders; at++) {
                for (int place = 0; place < 1 + at % MOST_LINES; place++) {
                    long net = net(at, place);
                    rows.add(line++, order + at, place + 1, "B" + (at * 7 + place) % 5_000, "מוצר " + (at * 7 + place) % 5_000, "Product " + (at * 7 + place) % 5_000, 1, net, vat(net), net + vat(net));
                }
            }
        }
        execute(connection, "alter sequence sale_order_seq restart with " + (order + orders + 1000));
        execute(connection, "alter sequence sale_order_line_seq restart with " + (line + 1000));
        execute(connection, "analyze sale_order");
        execute(connection, "analyze sale_order_line");
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Agorot. */
    private static long net(int order, int place) {
        return 1_000 + (order * 7919L + place * 104_729L) % 200_000;
    }

    private static long vat(long net) {
        return Math.round(net * VAT_PER_THOUSAND / 1000.0);
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
