// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import java.time.Instant;

/** A channel of the exchange: one end of a conversation. Its name may change, its id does not. */
final class Leg {
    final String id;
    String name = "";
    String linkedId = "";
    String context = "";
    String extension = "";
    String caller = "";
    /** The bridge in which it hears others, or null. */
    String bridge;
    /** The call of ours it belongs to, or null. */
    LiveCall call;
    /** When it was made, if the exchange told. */
    Instant since;

    Leg(String id) {
        this.id = id;
    }

    /** Takes what an event says of it. @param prefix of the names of the fields */
    void seen(AmiBlock block, String prefix) {
        name = block.get(prefix + "Channel").orElse(name);
        linkedId = block.get(prefix + "Linkedid").orElse(linkedId);
        context = block.get(prefix + "Context").orElse(context);
        extension = block.get(prefix + "Exten").orElse(extension);
        caller = block.get(prefix + "CallerIDNum").orElse(caller);
    }

    /** The first channel of its call. */
    boolean first() {
        return id.equals(linkedId);
    }

    /** An end inside the exchange with nobody at it. */
    boolean local() {
        return name.startsWith("Local/");
    }
}
