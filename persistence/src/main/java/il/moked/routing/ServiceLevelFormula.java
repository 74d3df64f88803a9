// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * The six formulas in use for "service level"; on one day they differ by five points, so the formula is printed beside
 * the figure (ICMI, Call Centre Helper; field-study d.2). {@link #DEFAULT} for queues, {@link #F3} for management.
 */
public enum ServiceLevelFormula {
    F1("(AN≤T + AB≤T) / (AN + AB)", c -> c.answeredInTime() + c.abandonedInTime(), c -> c.answered() + c.abandoned()),
    F2("AN≤T / AN", ServiceCounts::answeredInTime, ServiceCounts::answered),
    F3("AN≤T / (AN + AB)", ServiceCounts::answeredInTime, c -> c.answered() + c.abandoned()),
    F4("AN≤T / (AN + AB>T)", ServiceCounts::answeredInTime, c -> c.answered() + c.abandonedLate()),
    F5("(AN≤T + s) / (AN + AB)", c -> c.answeredInTime() + c.shortAbandons(), c -> c.answered() + c.abandoned()),
    F6("AN≤T / (AN + AB − s)", ServiceCounts::answeredInTime, c -> c.answered() + c.abandoned() - c.shortAbandons());

    public static final ServiceLevelFormula DEFAULT = F6;

    private final String written;
    private final ToLongFunction<ServiceCounts> good;
    private final ToLongFunction<ServiceCounts> all;

    ServiceLevelFormula(String written, ToLongFunction<ServiceCounts> good, ToLongFunction<ServiceCounts> all) {
        this.written = written;
        this.good = good;
        this.all = all;
    }

    /** In the letters of the field, the same in every language. */
    public String written() {
        return written;
    }

    /** @return 0 to 1, empty when there is nothing to divide by */
    public OptionalDouble of(ServiceCounts counts) {
        long whole = all.applyAsLong(counts);
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) good.applyAsLong(counts) / whole);
    }
}
