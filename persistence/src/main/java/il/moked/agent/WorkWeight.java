// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/**
 * How much of an agent one contact takes while he works on it.
 *
 * @param units 1 to 100; a telephone call or a visitor at the counter takes 100, a chat 25 to 34, a letter 10 to 20 (field-study d.4)
 * @param interruptible whether it may be set aside while a customer who is there is served: mail, forms, post; the rest is primary
 */
public record WorkWeight(int units, boolean interruptible) {
    public WorkWeight {
        if (units < 1 || units > Agent.FULL_CAPACITY) {
            throw new IllegalArgumentException("A weight is 1 to 100 units, not " + units);
        }
    }

    public static WorkWeight primary(int units) {
        return new WorkWeight(units, false);
    }

    public static WorkWeight interruptible(int units) {
        return new WorkWeight(units, true);
    }
}
