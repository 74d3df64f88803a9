// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.List;
import java.util.Optional;

/** Whom a mail is from: the first of From, Reply-To, Return-Path and Sender that names a usable mailbox. */
final class SenderChoice {

    private static final List<String> SOURCES = List.of("from", "reply-to", "return-path", "sender", "resent-from");

    private SenderChoice() {
    }

    static Optional<MailAddress> of(MailHeaders headers, HeaderDecoding decoding) {
        for (String source : SOURCES) {
            for (String value : headers.all(source)) {
                List<MailAddress> mailboxes = MailAddresses.of(value, decoding);
                if (!mailboxes.isEmpty()) {
                    return Optional.of(mailboxes.get(0));
                }
            }
        }
        return Optional.empty();
    }
}
