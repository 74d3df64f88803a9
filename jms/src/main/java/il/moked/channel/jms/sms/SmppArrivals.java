// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.SmsArrival;
import il.moked.channel.SmsCoding;
import il.moked.channel.SmsPart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * Reads what an SMS centre delivers: a message, a part of one, or a receipt. Parts are known by the user data header
 * (3GPP 23.040, 9.2.3.24) or by the optional parameters of SMPP; receipts by their message type, or by those parameters.
 */
final class SmppArrivals {
    private static final int HEADER = 0x40;
    private static final int CONCATENATED_8 = 0x00;
    private static final int CONCATENATED_16 = 0x08;
    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*([^\\s]{1,100})");
    private static final Pattern STAT = Pattern.compile("(?i)\\bstat:\\s*([A-Za-z_]{2,20})");
    private static final Pattern ERR = Pattern.compile("(?i)\\berr:\\s*([A-Za-z0-9]{1,20})");
    /** SMPP 3.4, 5.2.28. */
    private static final Map<Integer, String> STATES = Map.of(1, "ENROUTE", 2, "DELIVRD", 3, "EXPIRED", 4, "DELETED", 5, "UNDELIV", 6, "ACCEPTD", 7, "UNKNOWN", 8, "REJECTD", 9, "SKIPPED");

    private final SmppSettings settings;

    SmppArrivals(SmppSettings settings) {
        this.settings = settings;
    }

    static boolean receipt(DeliverSm delivered) {
        return delivered.isSmscDeliveryReceipt() || delivered.isIntermediateDeliveryNotification();
    }

    /** @return empty when it names no message */
    Optional<SmsArrival.Report> report(DeliverSm delivered, Instant now) {
        byte[] octets = octets(delivered);
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        OptionalParameter.Receipted_message_id named = delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        OptionalParameter.Message_state state = delivered.getOptionalParameter(OptionalParameter.Message_state.class);
        Optional<String> id = Optional.ofNullable(named).map(OptionalParameter.OctetString::getValueAsString).filter(value -> !value.isBlank()).or(() -> found(ID, text));
        String stat = found(STAT, text).or(() -> Optional.ofNullable(state).map(value -> STATES.getOrDefault(value.getValue() & 0xFF, "UNKNOWN"))).orElse("UNKNOWN").toUpperCase(java.util.Locale.ROOT);
        String to = SmsAddress.written(delivered.getSourceAddrTon(), delivered.getSourceAddr());
        return id.map(given -> new SmsArrival.Report(settings.receiptIds().plain(given), stat, found(ERR, text).map(code -> stat + " err:" + code).orElse(stat), to, now, HexFormat.of().formatHex(octets)));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** @return the part it is, or empty when it is a whole message */
    Optional<SmsPart> part(DeliverSm delivered) {
        byte[] octets = octets(delivered);
        try {
            return headed(delivered) ? byHeader(delivered, octets) : byParameters(delivered, octets);
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** A whole message, or what looks like a part and cannot be one. */
    SmsArrival.Message message(DeliverSm delivered, String id, Instant now) {
        byte[] octets = octets(delivered);
        byte[] content = headed(delivered) ? afterHeader(octets) : octets;
        return new SmsArrival.Message(id, from(delivered), to(delivered), SmsCoding.text(content, delivered.getDataCoding(), settings.latin()), 0, now, (delivered.getDataCoding() & 0xFF) + ":" + HexFormat.of().formatHex(octets));
    }

    /** The octets wherever the centre put them. */
    static byte[] octets(DeliverSm delivered) {
        OptionalParameter.Message_payload payload = delivered.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] octets = delivered.getShortMessage();
        return octets != null && octets.length > 0 || payload == null ? octets == null ? new byte[0] : octets : payload.getValue();
    }

    private static boolean headed(DeliverSm delivered) {
        return (delivered.getEsmClass() & HEADER) != 0;
    }

    private static byte[] afterHeader(byte[] octets) {
        int length = octets.length == 0 ? 0 : (octets[0] & 0xFF) + 1;
        return length > octets.length ? octets : java.util.Arrays.copyOfRange(octets, length, octets.length);
    }

    private static Optional<SmsPart> byHeader(DeliverSm delivered, byte[] octets) {
        int end = octets.length == 0 ? 0 : Math.min(octets.length, (octets[0] & 0xFF) + 1);
        for (int at = 1; at + 1 < end; at += 2 + (octets[at + 1] & 0xFF)) {
            int element = octets[at] & 0xFF;
            int length = octets[at + 1] & 0xFF;
            int value = at + 2;
            if (value + length > end) {
                return Optional.empty();
            }
            if (element == CONCATENATED_8 && length == 3) {
                return Optional.of(part(delivered, octets[value] & 0xFF, octets[value + 1] & 0xFF, octets[value + 2] & 0xFF, afterHeader(octets)));
            }
            if (element == CONCATENATED_16 && length == 4) {
                return Optional.of(part(delivered, (octets[value] & 0xFF) << 8 | octets[value + 1] & 0xFF, octets[value + 2] & 0xFF, octets[value + 3] & 0xFF, afterHeader(octets)));
            }
        }
        return Optional.empty();
    }

    private static Optional<SmsPart> byParameters(DeliverSm delivered, byte[] octets) {
        OptionalParameter.Sar_msg_ref_num reference = delivered.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        OptionalParameter.Sar_total_segments total = delivered.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        OptionalParameter.Sar_segment_seqnum sequence = delivered.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        if (reference == null || total == null || sequence == null) {
            return Optional.empty();
        }
        return Optional.of(part(delivered, reference.getValue() & 0xFFFF, total.getValue() & 0xFF, sequence.getValue() & 0xFF, octets));
    }

    private static SmsPart part(DeliverSm delivered, int reference, int total, int sequence, byte[] content) {
        return new SmsPart(from(delivered), to(delivered), reference, total, sequence, delivered.getDataCoding() & 0xFF, content);
    }

    private static String from(DeliverSm delivered) {
        return SmsAddress.written(delivered.getSourceAddrTon(), delivered.getSourceAddr());
    }

    private static String to(DeliverSm delivered) {
        return SmsAddress.written(delivered.getDestAddrTon(), delivered.getDestAddress());
    }
}
