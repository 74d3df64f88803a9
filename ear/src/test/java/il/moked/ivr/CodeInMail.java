// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the caller's mailbox of digits: the code that was sent to him. */
final class CodeInMail {
    private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");

    private CodeInMail() {
    }

    static String of(String address) {
        return await().atMost(Duration.ofSeconds(40)).until(() -> now(address), Optional::isPresent).orElseThrow();
    }

    private static Optional<String> now(String address) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", "imap");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", Integer.getInteger("moked.demo.imap-port", 3143), address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            try {
                Message[] mails = inbox.getMessages();
                Optional<String> code = Optional.empty();
                for (int at = mails.length - 1; at >= 0 && code.isEmpty(); at--) {
                    Matcher digits = CODE.matcher(text(mails[at]));
                    code = digits.find() ? Optional.of(digits.group(1)) : Optional.empty();
                }
                return code;
            } finally {
                inbox.close(false);
            }
        }
    }

    private static String text(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        StringBuilder all = new StringBuilder();
        if (part.getContent() instanceof Multipart several) {
            for (int at = 0; at < several.getCount(); at++) {
                all.append(text(several.getBodyPart(at)));
            }
        }
        return all.toString();
    }
}
