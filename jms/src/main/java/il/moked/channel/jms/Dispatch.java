// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.channel.Outages.Cause;
import java.util.List;

/** What became of a message that was handed to a provider: a mail server, an SMS centre, a messaging service. */
public sealed interface Dispatch {

    /**
     * The provider took it over.
     *
     * @param providerIds under which it will report on the message or its parts; empty when it never does
     */
    record Accepted(List<String> providerIds) implements Dispatch {
        public Accepted() {
            this(List.of());
        }
    }

    /** It is certain that no provider has it; trying again cannot send it twice. */
    record NotSent(String why) implements Dispatch {
    }

    /** Nothing was sent because the provider cannot be reached or has had enough for now: no fault of the message, which loses no attempt. */
    record Away(Cause cause, String why) implements Dispatch {
    }

    /** Nobody was asked to take it: it can never be sent, here or there. */
    record Unfit(String why) implements Dispatch {
    }

    /** The provider will not take it, now or later. */
    record Refused(String why) implements Dispatch {
    }

    /** Everything was handed over, and no answer came: nobody can know. */
    record Unknown(String why) implements Dispatch {
    }
}
