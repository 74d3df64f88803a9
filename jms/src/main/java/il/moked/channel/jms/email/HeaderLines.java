// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The header fields in which gateways say what they know of a sender: their own first, then subject and From. */
public final class HeaderLines {
    private static final int HEAD = 256 * 1024;
    private static final int LONGEST = 500;
    private static final int MOST = 100;

    private HeaderLines() {
    }

    /** {@code name: value}, names in lower case, values decoded, each at most 500 characters. */
    public static List<String> of(byte[] raw) {
        MailHeaders headers = MailHeaders.read(raw, 0, Math.min(raw.length, HEAD), EnumSet.noneOf(MailNotice.class));
        HeaderDecoding decoding = new HeaderDecoding(null, EnumSet.noneOf(MailNotice.class));
        Stream<MailHeaders.Field> own = headers.fields().stream().filter(field -> field.name().startsWith("x-"));
        Stream<MailHeaders.Field> common = Stream.of("subject", "from").flatMap(name -> headers.all(name).stream().map(value -> new MailHeaders.Field(name, value)));
        return Stream.concat(own, common).limit(MOST).map(field -> field.name() + ": " + decoding.text(field.value())).map(line -> line.substring(0, Math.min(line.length(), LONGEST))).toList();
    }
}
