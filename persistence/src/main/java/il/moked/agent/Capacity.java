// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/**
 * The units of one agent and what takes them now. Follows the state of the work, never what is open on his screen.
 * Interruptible work comes only into units nothing else takes. Primary work looks at primary work alone: letters on the
 * desk do not keep a caller waiting, they are set aside (Salesforce "primary" and "interruptible", field-study 2.4). So
 * the sum may pass the agent's units while he serves a caller with letters aside.
 *
 * @param units all he has, 1 to 100
 * @param primary units taken by primary work, not negative; above {@code units} only when a person decided so
 * @param interruptible units taken by interruptible work, not negative
 */
public record Capacity(int units, int primary, int interruptible) {
    public static final Capacity FULL = new Capacity(Agent.FULL_CAPACITY, 0, 0);

    public Capacity {
        if (units < 1 || units > Agent.FULL_CAPACITY || primary < 0 || interruptible < 0) {
            throw new IllegalArgumentException("Not a capacity: " + units + ", " + primary + ", " + interruptible);
        }
    }

    /** Units that work of this kind may still take, not negative. */
    public int room(boolean forInterruptible) {
        return Math.max(0, units - primary - (forInterruptible ? interruptible : 0));
    }

    public boolean fits(WorkWeight work) {
        return work.units() <= room(work.interruptible());
    }

    /** Whether anything at all could be offered to him. */
    public boolean hasRoom() {
        return room(false) > 0;
    }

    /** Does not ask whether it fits: a person may decide to take more. */
    public Capacity take(WorkWeight work) {
        return work.interruptible() ? new Capacity(units, primary, interruptible + work.units()) : new Capacity(units, primary + work.units(), interruptible);
    }

    public Capacity release(WorkWeight work) {
        return work.interruptible() ? new Capacity(units, primary, Math.max(0, interruptible - work.units())) : new Capacity(units, Math.max(0, primary - work.units()), interruptible);
    }
}
