// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * Ids for messages of centres that give none. A centre that did not get our answer sends a message again when it is bound
 * anew; so the first of a kind in a session has the same id as one of the last minutes, while the same words twice in
 * one session are two messages. One for each session.
 */
final class SmppIds {
    private static final int MOST = 10_000;
    /** Seconds. A message that comes again later than this is taken for another. */
    private static final long WINDOW = 600;

    private final Map<String, Integer> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    /** @return the message's id, and after it those under which it may be known from the minutes before */
    synchronized List<String> of(DeliverSm delivered, Instant now) {
        OptionalParameter.Receipted_message_id given = delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        if (given != null && !given.getValueAsString().isBlank()) {
            return List.of("smsc:" + given.getValueAsString());
        }
        String content = digest(delivered);
        int which = seen.merge(content, 1, Integer::sum);
        long window = now.getEpochSecond() / WINDOW;
        return List.of(content + '-' + which + '@' + window, content + '-' + which + '@' + (window - 1));
    }

    /** It was not taken: when it comes again in this session it is the same one. */
    synchronized void notTaken(DeliverSm delivered) {
        seen.computeIfPresent(digest(delivered), (content, times) -> times == 1 ? null : times - 1);
    }

    private static String digest(DeliverSm delivered) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((delivered.getSourceAddr() + '\n' + delivered.getDestAddress() + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(2).put(delivered.getEsmClass()).put(delivered.getDataCoding()).flip());
            return HexFormat.of().formatHex(digest.digest(SmppArrivals.octets(delivered)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
