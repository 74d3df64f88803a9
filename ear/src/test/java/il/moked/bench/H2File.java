// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The file database inside the server, as the demo uses it; the benchmark asks it over a socket that the server opens. */
record H2File(Path directory) implements Database {
    private static final String USER = "moked";

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("moked") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=15000;CACHE_SIZE=131072;AUTO_SERVER=TRUE";
    }

    @Override
    public String config() {
        return "moked.xml";
    }

    @Override
    public List<String> serverOptions() {
        return List.of("-Dmoked.db.url=" + url(), "-Dmoked.db.user=" + USER, "-Dmoked.db.password=" + USER);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    @Override
    public boolean neverFull(Connection connection, String agents) {
        return false;
    }

    @Override
    public double seconds() {
        return 0;
    }

    @Override
    public long memory() {
        return 0;
    }

    @Override
    public void end() {
        // it ends with the server
    }
}
