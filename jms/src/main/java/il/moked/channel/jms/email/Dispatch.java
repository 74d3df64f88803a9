// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/** What became of a mail that was handed to a mail server. */
public sealed interface Dispatch {

    /** The server took it over. */
    record Accepted() implements Dispatch {
    }

    /** It is certain that no server has it; trying again cannot send it twice. */
    record NotSent(String why) implements Dispatch {
    }

    /** The server will not take it, now or later. */
    record Refused(String why) implements Dispatch {
    }

    /** Everything was handed over, and no answer came: nobody can know. */
    record Unknown(String why) implements Dispatch {
    }
}
