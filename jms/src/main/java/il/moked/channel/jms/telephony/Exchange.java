// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony;

import il.moked.interaction.ejb.CommandDelivery.Asked;

/** An adapter to exchanges that we call, by the name accounts have as their setting {@code driver}. Found by its type. */
public interface Exchange {
    String driver();

    /** Whether this server is connected to the account's exchange now; a command waits until one is, or is worth nothing. */
    boolean reaches(String account);

    /** Outside any transaction, within the lease of a command. */
    Outcome carry(Asked command);

    /** What became of a command. */
    sealed interface Outcome {
        record Done() implements Outcome {
        }

        /** It was not carried out, for sure. */
        record Failed(String why) implements Outcome {
        }

        /** Nobody can know. */
        record Unknown(String why) implements Outcome {
        }
    }
}
