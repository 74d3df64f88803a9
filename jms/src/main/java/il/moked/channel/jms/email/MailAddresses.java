// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads address headers; what Jakarta Mail refuses is searched for anything that looks like a mailbox. */
final class MailAddresses {

    /** More recipients than a reader can use. */
    static final int MAX = 200;
    /** In bytes, enough for {@link #MAX} addresses; Jakarta Mail's effort grows with the square of the length. */
    private static final int MAX_HEADER = 16_384;
    private static final Pattern MAILBOX = Pattern.compile("[^\\s<>()\\[\\]\"',;:@]{1,128}@[^\\s<>()\\[\\]\"',;:@]{1,190}");

    private MailAddresses() {
    }

    /** The usable mailboxes of a raw address header, in order. */
    static List<MailAddress> of(String raw, HeaderDecoding decoding) {
        String header = decoding.addresses(raw.length() > MAX_HEADER ? shortened(raw) : raw);
        List<MailAddress> found = new ArrayList<>();
        try {
            collect(InternetAddress.parseHeader(header, false), found, 0);
        } catch (AddressException | RuntimeException unreadable) {
            found.clear();
        }
        if (found.isEmpty()) {
            salvage(header, found);
        }
        return found;
    }

    /** Cuts between two addresses, if there are two. */
    private static String shortened(String raw) {
        int comma = raw.lastIndexOf(',', MAX_HEADER);
        return raw.substring(0, comma > 0 ? comma : MAX_HEADER);
    }

    private static void collect(InternetAddress[] addresses, List<MailAddress> found, int depth) throws AddressException {
        for (InternetAddress address : addresses) {
            if (found.size() >= MAX) {
                return;
            }
            if (address.isGroup()) {
                InternetAddress[] members = depth < 2 ? address.getGroup(false) : null;
                if (members != null) {
                    collect(members, found, depth + 1);
                }
            } else {
                add(address.getAddress(), address.getPersonal(), found);
            }
        }
    }

    private static void add(String address, String name, List<MailAddress> found) {
        String plain = address == null ? "" : address.strip();
        if (plain.startsWith("<") && plain.endsWith(">")) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        int at = plain.lastIndexOf('@');
        boolean usable = at > 0 && at < plain.length() - 1 && plain.length() <= 320
                && plain.codePoints().noneMatch(c -> Character.isWhitespace(c) || c == '<' || c == '>' || c == ',' || c == ';')
                && FileNames.visible(plain).length() == plain.length();
        if (usable) {
            found.add(new MailAddress(plain, name(name)));
        }
    }

    private static String name(String name) {
        if (name == null) {
            return "";
        }
        String plain = FileNames.visible(name.replaceAll("\\s+", " ")).replace("\"", "").strip();
        if (plain.length() > 1 && plain.startsWith("'") && plain.endsWith("'")) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        return plain.length() > 200 ? plain.substring(0, Character.isHighSurrogate(plain.charAt(199)) ? 199 : 200) : plain;
    }

    private static void salvage(String header, List<MailAddress> found) {
        Matcher mailbox = MAILBOX.matcher(header);
        while (found.size() < MAX && mailbox.find()) {
            String before = found.isEmpty() ? header.substring(0, mailbox.start()) : "";
            add(mailbox.group(), before.replaceAll("[<(\"]", " ").strip(), found);
        }
    }
}
