// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/**
 * Which columns of which tables refer to customers, by the database's own catalogue: an area that is added tomorrow is
 * merged without anybody thinking of it. Read once; a migration needs a new start of the server.
 */
@ApplicationScoped
public class CustomerReferences {
    private static final String CUSTOMER = "customer";
    /** What is kept about merging itself; it follows by its own rules. */
    private static final Set<String> OF_MERGING = Set.of("customer_merge", "customer_match_key", "duplicate_pair");
    private static final String POINTER = "joined_into_id";
    /** What must not be there twice of one customer, although no key of the database says so, while the condition holds. */
    private static final Map<String, Sole> SOLE = Map.of(
            "household_member", new Sole(List.of("household_id"), "left_at is null"),
            "customer_identifier", new Sole(List.of("kind", "country", "number"), null));

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private volatile List<Reference> references;

    /** @param columns of a key beside the reference @param condition for which rows it holds, in SQL; null for all */
    record Sole(List<String> columns, String condition) {
    }

    /**
     * @param key columns of the primary key without the reference itself
     * @param soles keys the reference is part of
     * @param others further columns of the table that refer to customers
     * @param types of the table's columns, for values that were noted as text
     */
    record Reference(String table, String column, List<String> key, List<Sole> soles, List<String> others, Map<String, String> types) {
        boolean versioned() {
            return types.getOrDefault("version", "").startsWith("int");
        }

        /** The key of a row as one text. @param alias of the table in the statement */
        String keyOf(String alias) {
            return key.isEmpty() ? "''" : String.join(" || '|' || ", key.stream().map(each -> "cast(" + alias + "." + each + " as varchar)").toList());
        }
    }

    /** In one order on every node and database. */
    List<Reference> all() {
        List<Reference> known = references;
        if (known == null) {
            known = entities.unwrap(Session.class).doReturningWork(CustomerReferences::read);
            references = known;
        }
        return known;
    }

    Reference of(String table) {
        return all().stream().filter(reference -> reference.table().equals(table)).findFirst().orElseThrow(() -> new IllegalArgumentException(table + " does not refer to customers"));
    }

    private static List<Reference> read(Connection connection) throws SQLException {
        DatabaseMetaData catalogue = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (ResultSet keys = catalogue.getExportedKeys(connection.getCatalog(), schema, CUSTOMER)) {
            while (keys.next()) {
                columns.computeIfAbsent(keys.getString("FKTABLE_NAME"), any -> new ArrayList<>()).add(keys.getString("FKCOLUMN_NAME"));
            }
        }
        List<Reference> found = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            if (!OF_MERGING.contains(table.getKey())) {
                Map<String, String> types = types(catalogue, connection.getCatalog(), schema, table.getKey());
                List<String> primary = primaryKey(catalogue, connection.getCatalog(), schema, table.getKey());
                List<List<String>> unique = new ArrayList<>();
                List<String> conditions = new ArrayList<>();
                uniqueKeys(catalogue, connection.getCatalog(), schema, table.getKey(), unique, conditions);
                for (String column : new HashSet<>(table.getValue())) {
                    if (!(table.getKey().equals(CUSTOMER) && column.equals(POINTER))) {
                        found.add(reference(table.getKey(), column, table.getValue(), primary, unique, conditions, types));
                    }
                }
            }
        }
        return found.stream().sorted(Comparator.comparing(Reference::table).thenComparing(Reference::column)).toList();
    }

    private static Reference reference(String table, String column, List<String> columns, List<String> primary, List<List<String>> unique, List<String> conditions, Map<String, String> types) {
        List<Sole> soles = new ArrayList<>();
        for (int at = 0; at < unique.size(); at++) {
            if (unique.get(at).contains(column)) {
                soles.add(new Sole(without(unique.get(at), column), conditions.get(at)));
            }
        }
        if (SOLE.containsKey(table) && column.equals("customer_id")) {
            soles.add(SOLE.get(table));
        }
        return new Reference(table, column, without(primary, column), soles, without(columns, column).stream().filter(other -> !other.equals(POINTER)).distinct().toList(), types);
    }

    private static List<String> without(List<String> columns, String column) {
        return columns.stream().filter(each -> !each.equals(column)).toList();
    }

    private static Map<String, String> types(DatabaseMetaData catalogue, String database, String schema, String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (ResultSet rows = catalogue.getColumns(database, schema, table, "%")) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(table)) {
                    types.put(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME").toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        return types;
    }

    private static List<String> primaryKey(DatabaseMetaData catalogue, String database, String schema, String table) throws SQLException {
        Map<Integer, String> key = new java.util.TreeMap<>();
        try (ResultSet rows = catalogue.getPrimaryKeys(database, schema, table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    /** Also those that are indexes and no constraints, with the rows they are for. */
    private static void uniqueKeys(DatabaseMetaData catalogue, String database, String schema, String table, List<List<String>> unique, List<String> conditions) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, String> filters = new LinkedHashMap<>();
        try (ResultSet rows = catalogue.getIndexInfo(database, schema, table, true, false)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null && rows.getString("COLUMN_NAME") != null) {
                    columns.computeIfAbsent(rows.getString("INDEX_NAME"), any -> new ArrayList<>()).add(rows.getString("COLUMN_NAME"));
                    String filter = rows.getString("FILTER_CONDITION");
                    if (filter != null && !filter.isBlank()) {
                        filters.put(rows.getString("INDEX_NAME"), filter);
                    }
                }
            }
        }
        columns.forEach((index, names) -> {
            unique.add(names);
            conditions.add(filters.get(index));
        });
    }
}
