// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import java.util.BitSet;

/**
 * A visit to be planned.
 *
 * @param id of the visit
 * @param point where it is: index of the travel times
 * @param opens earliest begin of work
 * @param closes latest begin of work
 * @param duration of the work
 * @param weight how bad it is to leave it out, at least 1
 * @param vans indexes of the vans whose technicians may do it: skill, certificate, territory
 * @param tools what it takes
 * @param parts how many of each spare part it takes, as many numbers as there are parts
 * @param costs what it costs besides time when it is done by each van, not negative, in units of time
 */
public record Job(long id, int point, long opens, long closes, long duration, long weight, BitSet vans, BitSet tools, int[] parts, long[] costs) {
    /** The same with another window. */
    Job between(long earliest, long latest) {
        return new Job(id, point, earliest, latest, duration, weight, vans, tools, parts, costs);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return "job " + id;
    }
}
