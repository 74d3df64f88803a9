// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the exchange writes, within limits. After a time-out of the socket reading goes on where it was. */
final class AmiReader {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_FIELDS = 400;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Map<String, String> fields = fresh();
    private int lines;

    AmiReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    private static Map<String, String> fresh() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /** @throws ProtocolException when it is no exchange that greets */
    void greeting() throws IOException {
        if (!line().startsWith("Asterisk Call Manager/")) {
            throw new ProtocolException("what answers is not the manager interface");
        }
    }

    /** The next event or response. */
    AmiBlock block() throws IOException {
        while (true) {
            String next = line();
            if (!next.isEmpty()) {
                add(next);
            } else if (lines > 0) {
                AmiBlock block = new AmiBlock(fields);
                fields = fresh();
                lines = 0;
                return block;
            }
        }
    }

    /** Lines without a name are output of the exchange's console and not for us. */
    private void add(String text) throws ProtocolException {
        if (++lines > MOST_FIELDS) {
            throw new ProtocolException("a block without an end");
        }
        int colon = text.indexOf(':');
        if (colon > 0) {
            fields.putIfAbsent(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
        }
    }

    private String line() throws IOException {
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the exchange closed the line");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new ProtocolException("a line without an end");
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text;
    }
}
