// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table: by COPY into PostgreSQL, by batches into any other database. */
abstract class Rows implements AutoCloseable {
    /** Adds a row; values are strings, numbers, booleans, instants, byte arrays or null. */
    abstract void add(Object... values) throws SQLException;

    @Override
    public abstract void close() throws SQLException;

    static Rows into(Connection connection, String table, String... columns) throws SQLException {
        return connection.isWrapperFor(PGConnection.class) ? new Copied(connection, table, columns) : new Batched(connection, table, columns);
    }

    private static final class Copied extends Rows {
        private static final int FLUSH = 1 << 16;
        private final CopyIn copy;
        private final StringBuilder buffer = new StringBuilder(FLUSH * 2);

        Copied(Connection connection, String table, String... columns) throws SQLException {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
        }

        @Override
        void add(Object... values) throws SQLException {
            for (int at = 0; at < values.length; at++) {
                if (at > 0) {
                    buffer.append('\t');
                }
                append(values[at]);
            }
            buffer.append('\n');
            if (buffer.length() > FLUSH) {
                flush();
            }
        }

        private void append(Object value) {
            if (value == null) {
                buffer.append("\\N");
            } else if (value instanceof byte[] bytes) {
                buffer.append("\\\\x");
                for (byte each : bytes) {
                    buffer.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
                }
            } else if (value instanceof String text) {
                escape(text);
            } else {
                buffer.append(value);
            }
        }

        private void escape(String text) {
            for (int at = 0; at < text.length(); at++) {
                char each = text.charAt(at);
                switch (each) {
                    case '\\' -> buffer.append("\\\\");
                    case '\t' -> buffer.append("\\t");
                    case '\n' -> buffer.append("\\n");
                    case '\r' -> buffer.append("\\r");
                    default -> buffer.append(each);
                }
            }
        }

        private void flush() throws SQLException {
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            buffer.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            flush();
            copy.endCopy();
        }
    }

    private static final class Batched extends Rows {
        private static final int BATCH = 1000;
        private final PreparedStatement insert;
        private int waiting;

        Batched(Connection connection, String table, String... columns) throws SQLException {
            insert = connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns) + ") values (" + Arrays.stream(columns).map(column -> "?").collect(Collectors.joining(", ")) + ")");
        }

        @Override
        void add(Object... values) throws SQLException {
            for (int at = 0; at < values.length; at++) {
                insert.setObject(at + 1, values[at] instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : values[at]);
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            insert.executeBatch();
            insert.close();
        }
    }
}
