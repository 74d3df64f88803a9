// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
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

/** The customer's mailbox, in which one-time codes arrive, and what he is told otherwise. Each code is read once and its mail thrown away. */
public final class CodeMail {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");

    private CodeMail() {
    }

    /** Waits for a code. @param port of the mail server */
    public static String code(String address, int port) {
        return await().atMost(PATIENCE).until(() -> next(address, port), Optional::isPresent).orElseThrow();
    }

    /** Waits for a mail with those words. @return what it says */
    public static String saying(String words, String address, int port) {
        return await().atMost(PATIENCE).until(() -> read(address, port, inbox -> {
            for (Message mail : inbox.getMessages()) {
                String text = text(mail);
                if (text.contains(words)) {
                    return Optional.of(text);
                }
            }
            return Optional.<String>empty();
        }), Optional::isPresent).orElseThrow();
    }

    /** What is there now. */
    public static Optional<String> next(String address, int port) throws Exception {
        return read(address, port, CodeMail::code);
    }

    private static Optional<String> code(Folder inbox) throws Exception {
        Optional<String> found = Optional.empty();
        for (Message mail : inbox.getMessages()) {
            Matcher digits = CODE.matcher(text(mail));
            String subject = String.valueOf(mail.getSubject());
            if ((subject.contains("One-time code") || subject.contains("קוד חד־פעמי")) && digits.find()) {
                found = Optional.of(digits.group(1));
                mail.setFlag(Flags.Flag.DELETED, true);
            }
        }
        return found;
    }

    private interface Reading {
        Optional<String> of(Folder inbox) throws Exception;
    }

    private static Optional<String> read(String address, int port, Reading reading) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", "imap");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", port, address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            try {
                return reading.of(inbox);
            } finally {
                inbox.close(true);
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
