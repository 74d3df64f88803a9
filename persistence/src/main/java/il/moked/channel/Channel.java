// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

/** How a customer reaches the organisation. The weight says how much of an agent's 100 units one conversation takes (field-study d.4). */
public enum Channel {
    EMAIL(20), FORM(20), CHAT(30);

    private final int weight;

    Channel(int weight) {
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }

    /** Whether the customer is there, waiting for the answer. */
    public boolean live() {
        return this == CHAT;
    }
}
