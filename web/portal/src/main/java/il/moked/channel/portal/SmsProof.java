// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.ejb.AccountLinks.Link;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a call comes from the provider: by a secret in a header, by an HMAC of the body, or by Twilio's signature of
 * address and fields. Compared in constant time. Without a secret nobody proves anything.
 *
 * <p>Settings: {@code inbound.proof} {@code header} (default), {@code hmac-sha256}, {@code hmac-sha1} or {@code twilio};
 * {@code inbound.header} the header that carries it (default {@code X-Moked-Secret}, {@code X-Signature} or
 * {@code X-Twilio-Signature}); an HMAC may be in hexadecimal or Base64, with or without {@code sha256=} before it.
 */
final class SmsProof {
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|$)");

    private final Link account;
    private final Optional<String> secret;

    SmsProof(Link account, Optional<String> secret) {
        this.account = account;
        this.secret = secret.filter(given -> !given.isEmpty());
    }

    boolean proves(HookCall call) {
        if (secret.isEmpty()) {
            return false;
        }
        String kind = account.setting("inbound.proof").orElse("header");
        return switch (kind) {
            case "header" -> given(call, "X-Moked-Secret").filter(header -> same(header.replaceFirst("(?i)^Bearer ", ""), secret.get())).isPresent();
            case "hmac-sha256" -> given(call, "X-Signature").filter(header -> signed(header, mac("HmacSHA256", call.body()))).isPresent();
            case "hmac-sha1" -> given(call, "X-Signature").filter(header -> signed(header, mac("HmacSHA1", call.body()))).isPresent();
            case "twilio" -> given(call, "X-Twilio-Signature").filter(header -> same(header, Base64.getEncoder().encodeToString(mac("HmacSHA1", twilio(call)))) & bodySigned(call)).isPresent();
            default -> false;
        };
    }

    private Optional<String> given(HookCall call, String otherwise) {
        return call.header(account.setting("inbound.header").orElse(otherwise));
    }

    private static boolean signed(String header, byte[] mac) {
        String bare = header.strip().replaceFirst("(?i)^sha(1|256)=", "");
        return same(bare.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(mac)) | same(bare, Base64.getEncoder().encodeToString(mac));
    }

    /** The address, and after it every field's name and value, in the order of the names (twilio.com/docs/usage/security). */
    private static byte[] twilio(HookCall call) {
        String fields = "";
        if (call.form()) {
            try {
                fields = call.fields().stream().sorted(Map.Entry.comparingByKey()).map(field -> field.getKey() + field.getValue()).collect(Collectors.joining());
            } catch (IllegalArgumentException noForm) {
                fields = "";
            }
        }
        return (call.url() + fields).getBytes(StandardCharsets.UTF_8);
    }

    /** Of a body that is no form only its hash in the address is signed. */
    private static boolean bodySigned(HookCall call) {
        if (call.form()) {
            return true;
        }
        Matcher hash = BODY_HASH.matcher(call.url());
        try {
            return hash.find() && same(hash.group(1).toLowerCase(Locale.ROOT), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(call.body())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] mac(String algorithm, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.orElseThrow().getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
