// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import jakarta.ejb.EJBException;
import java.sql.SQLException;

/** Tells "the database is away" from "this message is wrong". The first must not spend a message's attempts. */
public final class DatabaseOutage {
    private static final int DEEPEST = 20;

    private DatabaseOutage() {
    }

    /** Does what a later turn may do as well: while the database is away nothing is done. @param what for the log */
    public static void tolerated(String what, Runnable work) {
        try {
            work.run();
        } catch (EJBException failure) {
            if (!caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway(what);
        }
    }

    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException database && connectionState(database.getSQLState()) || cause.getClass().getName().equals("jakarta.resource.ResourceException")) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 connection, 57P operator intervention (shutdown, failover), 53 out of resources, 90 H2 closed or in use. */
    private static boolean connectionState(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.equals("90098") || state.equals("90121"));
    }
}
