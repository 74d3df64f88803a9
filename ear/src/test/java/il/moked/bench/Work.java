// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.util.Locale;

/** Processor time that was used while something was measured, and by whom. Seconds. */
record Work(double server, double database, double client, double machine, double wall) {
    static Work now(Server server, Database database) {
        return new Work(Processors.seconds(server.process()), database.seconds(), Processors.seconds(ProcessHandle.current()), Processors.machineSeconds(), System.nanoTime() / 1e9);
    }

    Work since(Work before) {
        return new Work(server - before.server, database - before.database, client - before.client, machine - before.machine, wall - before.wall);
    }

    /** Milliseconds of processor time a unit, server and database together. */
    double each(long units) {
        return (server + database) * 1000 / units;
    }

    /** Share of the machine that somebody else used: with more than a tenth, rates and latencies are not valid. */
    double others() {
        return Math.max(0, (machine - server - database - client) / wall / Runtime.getRuntime().availableProcessors());
    }

    String describe(long units) {
        return String.format(Locale.ROOT, "%.2f ms CPU each (server %.2f, database %.2f), others used %.0f %% of the machine", each(units), server * 1000 / units, database * 1000 / units, others() * 100);
    }
}
