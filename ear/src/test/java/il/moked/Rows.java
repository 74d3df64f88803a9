// SPDX-License-Identifier: Apache-2.0
package il.moked;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables themselves, for what a test must set or see past the application. Every statement is a transaction of its own. */
@Dependent
public class Rows {
    @Resource(lookup = "java:jboss/datasources/MokedDS")
    DataSource database;

    public int change(String statement, Object... values) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement prepared = prepared(connection, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    /** @return the number in the first column of the first row */
    public long count(String query, Object... values) throws SQLException {
        return Long.parseLong(text(query, values));
    }

    /** @return the first column of the first row */
    public String text(String query, Object... values) throws SQLException {
        return texts(query, values).stream().findFirst().orElseThrow();
    }

    /** @return the first column of every row */
    public List<String> texts(String query, Object... values) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement prepared = prepared(connection, query, values); ResultSet rows = prepared.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static PreparedStatement prepared(Connection connection, String statement, Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int at = 0; at < values.length; at++) {
            prepared.setObject(at + 1, values[at] instanceof Instant moment ? OffsetDateTime.ofInstant(moment, ZoneOffset.UTC) : values[at]);
        }
        return prepared;
    }
}
