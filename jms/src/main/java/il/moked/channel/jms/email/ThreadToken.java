// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The mark in our Message-IDs and reply addresses that leads an answer back to its conversation. It is signed
 * (HMAC-SHA256, cut to 128 bits), so that a stranger can neither guess nor invent one.
 *
 * <p>A token proves that we wrote the mail it came from, not who answers: whoever was sent the mail can pass it on. The
 * caller must compare the sender with the customer of the conversation before joining the mail to it.
 */
public final class ThreadToken {

    /** Bits of the signature. */
    public static final int MAC_BITS = 128;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern INTERACTION_ID = Pattern.compile("[a-z0-9-]{1,36}");
    private static final Pattern TOKEN = Pattern.compile("([a-z0-9-]{1,36})\\.([a-z2-7]{8,26})\\.([a-z2-7]{26})");
    private static final Pattern MESSAGE_ID = Pattern.compile("<?moked\\.([^@<>\\s]{1,100})@[^@<>\\s]{1,190}>?");
    private static final Pattern ADDRESS = Pattern.compile("[^@+\\s]{1,64}\\+([^@+\\s]{1,100})@[^@\\s]{1,190}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]{1,190}");
    private static final int MIN_SECRET = 32;
    private static final int MAX_LOCAL_PART = 64;
    /** Keeps signatures made for other purposes with the same secret apart. */
    private static final String PURPOSE = "moked.thread.1";

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * @param secret at least 32 bytes, kept by the caller's credential store
     * @throws IllegalArgumentException when it is shorter
     */
    public ThreadToken(byte[] secret) {
        this(secret, new SecureRandom());
    }

    ThreadToken(byte[] secret, SecureRandom random) {
        if (secret == null || secret.length < MIN_SECRET) {
            throw new IllegalArgumentException("secret: at least " + MIN_SECRET + " bytes");
        }
        this.key = new SecretKeySpec(secret.clone(), "HmacSHA256");
        this.random = random;
    }

    /**
     * A new Message-ID, different at every call: {@code moked.{interactionId}.{nonce}.{mac}@domain}, without angle brackets.
     *
     * @param interactionId the conversation: lower-case letters, digits and dashes, 1 to 36 characters
     * @param domain        of the sending mailbox, ASCII
     * @throws IllegalArgumentException when one of them has another form
     */
    public String messageId(String interactionId, String domain) {
        if (domain == null || !DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("domain: not a domain name");
        }
        return "moked." + token(interactionId, 10) + '@' + domain.toLowerCase(Locale.ROOT);
    }

    /**
     * The mailbox's address with the mark added: {@code service+{interactionId}.{nonce}.{mac}@domain}.
     *
     * @throws IllegalArgumentException when the part before the @ would exceed the 64 characters SMTP allows
     */
    public String replyAddress(String mailbox, String interactionId) {
        int at = mailbox == null ? -1 : mailbox.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("mailbox: not an address");
        }
        String local = mailbox.substring(0, at) + '+' + token(interactionId, 5);
        if (local.length() > MAX_LOCAL_PART) {
            throw new IllegalArgumentException("mailbox: too long for a mark");
        }
        return local + mailbox.substring(at);
    }

    /** The conversation that a Message-ID or address of ours names, or empty when it is not ours or was tampered with. */
    public Optional<String> interactionOf(String messageIdOrAddress) {
        if (messageIdOrAddress == null || messageIdOrAddress.length() > 400) {
            return Optional.empty();
        }
        // Some servers change the case of addresses on the way.
        String plain = messageIdOrAddress.strip().toLowerCase(Locale.ROOT);
        Matcher marked = MESSAGE_ID.matcher(plain);
        if (!marked.matches()) {
            marked = ADDRESS.matcher(plain);
            if (!marked.matches()) {
                return Optional.empty();
            }
        }
        Matcher token = TOKEN.matcher(marked.group(1));
        if (!token.matches()) {
            return Optional.empty();
        }
        byte[] expected = mac(token.group(1), token.group(2)).getBytes(StandardCharsets.US_ASCII);
        boolean ours = MessageDigest.isEqual(expected, token.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours ? Optional.of(token.group(1)) : Optional.empty();
    }

    /** The first conversation named among these ids or addresses; for References give the newest first. */
    public Optional<String> interactionIn(Collection<String> messageIdsOrAddresses) {
        return messageIdsOrAddresses.stream().map(this::interactionOf).flatMap(Optional::stream).findFirst();
    }

    private String token(String interactionId, int nonceBytes) {
        if (interactionId == null || !INTERACTION_ID.matcher(interactionId).matches()) {
            throw new IllegalArgumentException("interactionId: 1 to 36 lower-case letters, digits and dashes");
        }
        byte[] nonce = new byte[nonceBytes];
        random.nextBytes(nonce);
        String text = base32(nonce);
        return interactionId + '.' + text + '.' + mac(interactionId, text);
    }

    private String mac(String interactionId, String nonce) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256"); // not thread-safe: one for each call
            hmac.init(key);
            byte[] full = hmac.doFinal((PURPOSE + '\n' + interactionId + '\n' + nonce).getBytes(StandardCharsets.US_ASCII));
            return base32(Arrays.copyOf(full, MAC_BITS / 8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has HmacSHA256
        }
    }

    /** RFC 4648 in lower case, without padding: survives servers that change the case. */
    private static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xFF;
            bits += 8;
            while (bits >= 5) {
                out.append(ALPHABET.charAt(buffer >> bits - 5 & 31));
                bits -= 5;
            }
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        }
        return out.toString();
    }
}
