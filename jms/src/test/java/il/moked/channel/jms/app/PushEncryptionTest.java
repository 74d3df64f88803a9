// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushEncryptionTest {
    private static final byte[] DEVICE = bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
    private static final byte[] AUTH = bytes("BTBZMqHH6r4Tts7J_aSIgg");

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void theExampleOfTheStandardComesOutByteByByte() throws GeneralSecurityException {
        KeyPair sender = P256.pair(new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), P256.publicKey(bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")).getW());
        byte[] message = PushEncryption.encrypt("When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII), DEVICE, AUTH, sender, bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(message)).isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void theSameMessageIsNeverEncryptedTheSameWay() throws GeneralSecurityException {
        byte[] text = {1, 2, 3};
        assertThat(PushEncryption.encrypt(text, DEVICE, AUTH)).isNotEqualTo(PushEncryption.encrypt(text, DEVICE, AUTH));
    }

    @Test
    void aPointBesideTheCurveIsRefused() {
        byte[] beside = DEVICE.clone();
        beside[64] ^= 1;
        assertThatThrownBy(() -> PushEncryption.encrypt(new byte[1], beside, AUTH)).isInstanceOf(GeneralSecurityException.class).hasMessage("not on the curve");
        assertThatThrownBy(() -> PushEncryption.encrypt(new byte[1], Arrays.copyOf(DEVICE, 33), AUTH)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aKeyMadeOfSecretBytesSignsWhatItsPublicHalfConfirms() throws GeneralSecurityException {
        byte[] secret = bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        KeyPair pair = P256.of(secret);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(secret);
        byte[] signed = signature.sign();
        signature.initVerify(P256.publicKey(P256.point((ECPublicKey) pair.getPublic())));
        signature.update(secret);
        assertThat(signature.verify(signed)).isTrue();
        assertThat(P256.point((ECPublicKey) P256.of(secret).getPublic())).isEqualTo(P256.point((ECPublicKey) pair.getPublic()));
    }
}
