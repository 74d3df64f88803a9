// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.SmsArrival;
import il.moked.channel.ejb.AccountLinks.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SmsProofTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static Link account(Map<String, String> settings) {
        return new Link(1, "sms", "DemoBank", settings);
    }

    private static HookCall call(String contentType, Map<String, String> headers, String body) {
        return new HookCall("https://mycompany.com/myapp.php?foo=1&bar=2", contentType, headers::get, body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean proved(String kind, String secret, String header, String value, String body) {
        return new SmsProof(account(Map.of("inbound.proof", kind)), Optional.of(secret)).proves(call(FORM, Map.of(header, value), body));
    }

    /** The example of the provider's documentation. */
    @Test
    void twiliosSignatureIsThatOfTheDocumentation() {
        String caller = URLEncoder.encode("+14158675309", StandardCharsets.UTF_8);
        String body = "CallSid=CA1234567890ABCDE&Caller=" + caller + "&Digits=1234&From=" + caller + "&To=%2B18005551212";
        assertThat(proved("twilio", "12345", "X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", body)).isTrue();
        assertThat(proved("twilio", "12345", "X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", body.replace("1234&From", "1235&From"))).as("one changed byte").isFalse();
        assertThat(proved("twilio", "12346", "X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", body)).isFalse();
    }

    @Test
    void ofABodyThatIsNoFormTwilioSignsTheHash() throws Exception {
        String body = "{\"MessageSid\":\"SM1\"}";
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(json("https://moked.example/x?bodySHA256=" + hash, body)).isTrue();
        assertThat(json("https://moked.example/x?bodySHA256=" + hash, body.replace("SM1", "SM2"))).as("another body under the same address").isFalse();
        assertThat(json("https://moked.example/x", body)).as("nothing says which body").isFalse();
    }

    private static boolean json(String url, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("12345".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(url.getBytes(StandardCharsets.UTF_8)));
        return new SmsProof(account(Map.of("inbound.proof", "twilio")), Optional.of("12345")).proves(new HookCall(url, "application/json", Map.of("X-Twilio-Signature", signature)::get, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** HMAC-SHA-256 of RFC 4231, case 2, and HMAC-SHA-1 of RFC 2202, case 2. */
    @Test
    void aSignatureOfTheBodyIsTakenInEitherForm() {
        String body = "what do ya want for nothing?";
        String hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assertThat(proved("hmac-sha256", "Jefe", "X-Signature", hex, body)).isTrue();
        assertThat(proved("hmac-sha256", "Jefe", "X-Signature", "sha256=" + hex, body)).isTrue();
        assertThat(proved("hmac-sha256", "Jefe", "X-Signature", "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=", body)).isTrue();
        assertThat(proved("hmac-sha1", "Jefe", "X-Signature", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", body)).isTrue();
        assertThat(proved("hmac-sha256", "Jefe", "X-Signature", hex, body + ' ')).isFalse();
        assertThat(proved("hmac-sha256", "Jefe", "X-Other", hex, body)).isFalse();
    }

    @Test
    void aSecretInAHeaderIsTakenWholeOnly() {
        assertThat(proved("header", "s3cret", "X-Moked-Secret", "s3cret", "")).isTrue();
        assertThat(proved("header", "s3cret", "X-Moked-Secret", "Bearer s3cret", "")).isTrue();
        assertThat(proved("header", "s3cret", "X-Moked-Secret", "s3cre", "")).isFalse();
        assertThat(proved("header", "s3cret", "X-Moked-Secret", "", "")).isFalse();
    }

    @Test
    void withoutASecretOrWithAnUnknownKindNobodyProvesAnything() {
        assertThat(new SmsProof(account(Map.of()), Optional.empty()).proves(call(FORM, Map.of("X-Moked-Secret", ""), ""))).isFalse();
        assertThat(new SmsProof(account(Map.of()), Optional.of("")).proves(call(FORM, Map.of("X-Moked-Secret", ""), ""))).isFalse();
        assertThat(proved("none", "s", "X-Moked-Secret", "s", "")).isFalse();
    }

    private static SmsFields fields(Map<String, String> settings, String type, String body) {
        return new SmsFields(account(settings), call(type, Map.of(), body));
    }

    @Test
    void fieldsAreFoundInAForm() {
        SmsArrival.Message message = fields(Map.of(), FORM, "id=1&from=%2B972521234567&to=5050&text=%D7%A9%D7%9C%D7%95%D7%9D+%26&time=1795341600").message(NOW);
        assertThat(message).isEqualTo(new SmsArrival.Message("1", "+972521234567", "5050", "שלום &", 0, Instant.ofEpochSecond(1795341600), message.source()));
        assertThat(fields(Map.of("inbound.proof", "twilio"), FORM, "MessageSid=SM1&From=%2B1&To=2&Body=x").message(NOW).id()).isEqualTo("SM1");
    }

    @Test
    void fieldsAreFoundInJsonByNameAndByPointer() {
        Map<String, String> settings = Map.of("inbound.id", "/results/0/messageId", "inbound.from", "/results/0/from", "inbound.text", "/results/0/text", "inbound.time", "/results/0/at");
        SmsArrival.Message message = fields(settings, "application/json", "{\"results\":[{\"messageId\":77,\"from\":\"972521234567\",\"text\":\"שלום\",\"at\":\"2026-11-22T11:00:00+02:00\"}]}").message(NOW);
        assertThat(message.id()).isEqualTo("77");
        assertThat(message.to()).isEmpty();
        assertThat(message.at()).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(fields(Map.of(), "application/json", "{\"id\":\"1\",\"from\":\"a\",\"text\":\"\"}").message(NOW).text()).isEmpty();
    }

    @Test
    void aTimeOfTheFutureOrNobodysTimeIsNow() {
        assertThat(fields(Map.of(), FORM, "id=1&from=2&text=3&time=2099-01-01T00:00:00Z").message(NOW).at()).isEqualTo(NOW);
        assertThat(fields(Map.of(), FORM, "id=1&from=2&text=3&time=yesterday").message(NOW).at()).isEqualTo(NOW);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (String body : new String[] {"", "{", "[]", "\"x\"", "{\"id\":\"1\",\"from\":\"2\"}", "{\"id\":\" \",\"from\":\"2\",\"text\":\"3\"}", "{\"id\":\"" + "1".repeat(201) + "\",\"from\":\"2\",\"text\":\"3\"}", "{\"id\":null,\"from\":\"2\",\"text\":\"3\"}"}) {
            assertThatThrownBy(() -> fields(Map.of(), "application/json", body).message(NOW)).as(body).isInstanceOf(IllegalArgumentException.class);
        }
        for (String form : new String[] {"id=%ZZ&from=1&text=2", "id=1&from=2&text=%D7", "id=1&from=2&text=%FF%FE"}) {
            assertThatThrownBy(() -> fields(Map.of(), FORM, form).message(NOW)).as(form).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> fields(Map.of(), "application/json", "[".repeat(5_000)).message(NOW)).as("too deep").isInstanceOf(IllegalArgumentException.class);
        assertThat(fields(Map.of(), FORM, "id=1&from=2&text=%EF%BF%BD").message(NOW).text()).as("he wrote it himself").isEqualTo("\uFFFD");
        byte[] latin = "{\"id\":\"1\",\"from\":\"2\",\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new SmsFields(account(Map.of()), new HookCall("https://x", "application/json", name -> null, latin)).message(NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReportIsFoundToo() {
        SmsArrival.Report report = fields(Map.of(), FORM, "id=9&status=DELIVRD&error=0").report(NOW);
        assertThat(report.externalId()).isEqualTo("dlr:9:DELIVRD");
        assertThat(report.why()).isEqualTo("0");
    }
}
