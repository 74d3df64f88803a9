// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.List;
import java.util.Set;

/**
 * One node of the structure of a mail; the content stays where it is in the raw bytes.
 *
 * @param headers     its own header
 * @param type        Content-Type; {@code type.value()} is always {@code main/sub}
 * @param disposition Content-Disposition, value empty when absent
 * @param from        where the body starts in the raw mail
 * @param to          where it ends
 * @param children    for a multipart that could be split, else empty
 */
record MimePart(MailHeaders headers, HeaderParameters type, HeaderParameters disposition, int from, int to, List<MimePart> children) {

    boolean is(String mediaType) {
        return type.value().equals(mediaType);
    }

    boolean isText() {
        return is("text/plain") || is("text/html");
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    byte[] content(byte[] raw, Set<MailNotice> notices) {
        return TransferDecoding.decode(raw, from, to, headers.first("content-transfer-encoding").orElse(null), notices);
    }
}
