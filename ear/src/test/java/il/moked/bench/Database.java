// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The database of the installation under test. */
interface Database {
    /** @param name {@code postgresql} or {@code h2} */
    static Database start(String name, int port, Path directory) throws IOException, InterruptedException {
        return switch (name) {
            case "postgresql" -> PostgreSql.start(port);
            case "h2" -> new H2File(directory);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The server's configuration for it. */
    String config();

    List<String> serverOptions();

    Connection connect() throws SQLException;

    /** Whatever these agents are offered takes nothing of their capacity from now on. @param agents a query of ids of users @return false when this database cannot do that */
    boolean neverFull(Connection connection, String agents) throws SQLException;

    /** Processor seconds so far; 0 when it works inside the server's process. */
    double seconds();

    /** Bytes; 0 when it is inside the server's process. */
    long memory();

    void end();
}
