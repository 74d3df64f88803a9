// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

/** How a customer reaches the organisation. The weight says how much of an agent's 100 units one conversation takes (field-study d.4). */
public enum Channel {
    PHONE(100), CHAT(30), EMAIL(20), FORM(20), SMS(20), WHATSAPP(25), MESSENGER(25), INSTAGRAM(25), TELEGRAM(25), X(20), APP(25), FAX(15), POST(10), BRANCH(100);

    private final int weight;

    Channel(int weight) {
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }

    /** Whether the customer is there, waiting for the answer. */
    public boolean live() {
        return this == CHAT || this == PHONE || this == BRANCH;
    }

    /** Whether they speak: nothing is typed to the customer. */
    public boolean spoken() {
        return this == PHONE || this == BRANCH;
    }

    /** Whether they speak over a telephone line, which an exchange puts through. */
    public boolean dialled() {
        return this == PHONE;
    }

    /** Whether the customer stands before whoever serves him: he is called to a counter and never offered to a desk. */
    public boolean inPerson() {
        return this == BRANCH;
    }

    /** Whether it is a letter of some kind, whose sender waits for an answer in working hours and not beside the screen. */
    public boolean letter() {
        return this == EMAIL || this == FORM || this == FAX || this == POST;
    }
}
