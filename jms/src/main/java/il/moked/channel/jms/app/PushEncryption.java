// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Makes a push message readable for the device alone: RFC 8291 over the content coding aes128gcm of RFC 8188, in one record. */
final class PushEncryption {
    private static final int SALT = 16;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int RECORD = 4096;
    /** Ends the last record (RFC 8188, section 2). */
    private static final byte LAST = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushEncryption() {
    }

    /** @param devicePoint public key of the device @param auth its secret @param text at most 3,900 bytes */
    static byte[] encrypt(byte[] text, byte[] devicePoint, byte[] auth) throws GeneralSecurityException {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return encrypt(text, devicePoint, auth, P256.fresh(), salt);
    }

    static byte[] encrypt(byte[] text, byte[] devicePoint, byte[] auth, KeyPair ours, byte[] salt) throws GeneralSecurityException {
        byte[] ourPoint = P256.point((ECPublicKey) ours.getPublic());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(P256.publicKey(devicePoint), true);
        byte[] info = together("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), devicePoint, ourPoint);
        byte[] secret = expand(hmac(auth, agreement.generateSecret()), info, 32);
        byte[] pseudoRandom = hmac(salt, secret);
        byte[] key = expand(pseudoRandom, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), KEY);
        byte[] nonce = expand(pseudoRandom, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), NONCE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] record = cipher.doFinal(together(text, new byte[] {LAST}));
        return together(salt, ByteBuffer.allocate(Integer.BYTES).putInt(RECORD).array(), new byte[] {P256.POINT}, ourPoint, record);
    }

    /** HKDF of RFC 5869, its second step for what fits into one block. */
    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(key, together(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
