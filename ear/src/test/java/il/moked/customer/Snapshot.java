// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Every row of every table as text, but for what counts changes or follows a message on its way, and for tables that go on by themselves while a test
 * looks on or that say what was done.
 */
public record Snapshot(Map<String, Set<String>> tables) {
    private static final Set<String> COUNT_CHANGES = Set.of("version", "changed_at", "delivery");
    private static final Set<String> OF_THE_ACT = Set.of("audit_entry", "customer_merge", "customer_merge_field", "customer_merge_row", "duplicate_pair", "duplicate_search", "flyway_schema_history");
    /** What listeners, sweeps and desks do meanwhile. */
    private static final Set<String> ON_THEIR_OWN = Set.of("mailbox_lease", "provider_lease", "index_sweep", "kept_answer", "line_increment", "line_count", "line_level", "line_record", "agent", "agent_state", "router_state", "outbound_message", "inbound_message", "wait_forecast", "work_line");

    public static Snapshot of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new Snapshot(read(connection));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Set<String>> read(Connection connection) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> OF_THE_ACT.contains(name) || ON_THEIR_OWN.contains(name));
        for (String name : names) {
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select * from " + name)) {
                Set<String> all = new TreeSet<>();
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int at = 1; at <= columns.getColumnCount(); at++) {
                        if (!COUNT_CHANGES.contains(columns.getColumnName(at))) {
                            row.append(columns.getColumnName(at)).append('=').append(rows.getString(at)).append(' ');
                        }
                    }
                    all.add(row.toString());
                }
                tables.put(name, all);
            }
        }
        return tables;
    }

    /** Rows here and not there, with their table. */
    public Set<String> without(Snapshot other) {
        Set<String> more = new HashSet<>();
        tables.forEach((table, rows) -> rows.stream().filter(row -> !other.tables.getOrDefault(table, Set.of()).contains(row)).forEach(row -> more.add(table + ": " + row)));
        return more;
    }
}
