// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One part of a long message.
 *
 * @param reference what the sender's phone gave all its parts, 0 to 65535; soon used again for another message
 * @param total parts, 2 to 255 @param sequence of this one, from 1
 * @param coding data coding scheme of the content
 */
public record SmsPart(String from, String to, int reference, int total, int sequence, int coding, byte[] content) {
    /** @throws IllegalArgumentException when it cannot be a part of anything */
    public SmsPart {
        if (total < 2 || total > SmsText.MOST_PARTS || sequence < 1 || sequence > total) {
            throw new IllegalArgumentException("part " + sequence + " of " + total);
        }
    }

    /** What all parts of a message have in common. */
    public String key() {
        return UUID.nameUUIDFromBytes((from + '\n' + to + '\n' + reference + '\n' + total).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
