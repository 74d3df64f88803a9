// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.shared.OneOf;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;

/**
 * How an account is bound to its SMS centre, from the account's settings.
 *
 * @param apart a transmitter and a receiver in place of one transceiver
 * @param latin coding 0 is Latin 1 and not the GSM alphabet
 * @param unicode every text goes out in UCS-2
 * @param answerIds how the answer to a message writes its id @param receiptIds how a receipt does
 * @param answer how long an answer is waited for @param enquire after this time of silence the link is tried
 * @param firstPause before binding anew; doubled each time up to a minute
 */
record SmppSettings(String host, int port, String systemId, String systemType, boolean apart, boolean tls, boolean latin, boolean unicode, Ids answerIds, Ids receiptIds, Duration answer, Duration enquire, Duration firstPause) {
    private static final String DEFAULT_PORT = "2775";

    /** Some centres write the id of a message in hexadecimal when they take it and in decimal in the receipt, or the other way round. */
    enum Ids {
        TEXT, HEX, DECIMAL;

        /** The form under which both are the same. */
        String plain(String id) {
            String stripped = id.strip();
            try {
                return switch (this) {
                    case TEXT -> stripped;
                    case HEX -> new BigInteger(stripped.toLowerCase(Locale.ROOT).replaceFirst("^0x", ""), 16).toString();
                    case DECIMAL -> new BigInteger(stripped).toString();
                };
            } catch (NumberFormatException otherwise) {
                return stripped;
            }
        }
    }

    /** @throws IllegalArgumentException naming the setting that is missing or wrong */
    static SmppSettings of(Link link) {
        String host = link.setting("host").orElseThrow(() -> new IllegalArgumentException("host"));
        String systemId = link.setting("systemId").orElseThrow(() -> new IllegalArgumentException("systemId"));
        String alphabet = link.setting("alphabet").orElse("gsm");
        return new SmppSettings(host, number(link, "port", DEFAULT_PORT), systemId, link.setting("systemType").orElse(""), link.setting("bind").filter("tx+rx"::equals).isPresent(), flag(link, "tls"), alphabet.equals("latin1"),
                alphabet.equals("ucs2"), ids(link, "answerId"), ids(link, "receiptId"), Duration.ofSeconds(number(link, "answerSeconds", "20")), Duration.ofSeconds(number(link, "enquireSeconds", "30")), Duration.ofSeconds(1));
    }

    private static boolean flag(Link link, String name) {
        return link.setting(name).filter("true"::equals).isPresent();
    }

    private static int number(Link link, String name, String otherwise) {
        String written = link.setting(name).orElse(otherwise);
        int value = written.matches("\\d{1,5}") ? Integer.parseInt(written) : 0;
        if (value < 1 || value > 65_535) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private static Ids ids(Link link, String name) {
        String written = link.setting(name).orElse("text").toUpperCase(Locale.ROOT);
        return OneOf.named(Ids.class, written).orElseThrow(() -> new IllegalArgumentException(name));
    }
}
