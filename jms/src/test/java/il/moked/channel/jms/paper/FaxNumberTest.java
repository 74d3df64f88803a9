// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.jms.email.HeaderLines;
import il.moked.shared.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaxNumberTest {
    private static String sender(String headers, Map<String, String> settings) {
        return FaxNumber.sender(HeaderLines.of((headers + "\r\n\r\nbody").getBytes(StandardCharsets.UTF_8)), settings).map(PhoneNumber::value).orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "From: Fax <fax@gateway.example>\r\nSubject: Fax from 03-5551234 (2 pages)",
            "From: fax@gateway.example\r\nSubject: פקס מאת 03-555-1234",
            "From: fax@gateway.example\r\nSubject: =?UTF-8?B?16TXp9ehINee157Xodek16g=?= 035551234",
            "From: <FAX=+97235551234@gateway.example>\r\nSubject: new fax",
            "From: 97235551234@gateway.example\r\nSubject: fax",
            "From: \"035551234\" <noreply@gateway.example>\r\nSubject: fax",
            "From: fax@gateway.example\r\nX-Fax-CallerID: 972-3-5551234\r\nSubject: job 000012345678",
            "X-HylaFax-Sender: +972 3 555 1234\r\nFrom: fax@gateway.example\r\nSubject: x"})
    void theNumberIsFoundWhereGatewaysWriteIt(String headers) {
        assertThat(sender(headers, Map.of())).isEqualTo("+97235551234");
    }

    @Test
    void theAccountsOwnPatternDecides() {
        Map<String, String> own = Map.of(FaxNumber.PATTERN, "^subject: .*CSID=([0-9+-]+)");
        assertThat(sender("From: 035559999@gateway.example\r\nSubject: job 7 CSID=04-8123456 ok", own)).isEqualTo("+97248123456");
        assertThat(sender("From: 035559999@gateway.example\r\nSubject: job 7", own)).isNull();
    }

    @Test
    void aPatternThatIsNoneIsPassedOver() {
        assertThat(sender("Subject: Fax from 03-5551234", Map.of(FaxNumber.PATTERN, "(("))).isEqualTo("+97235551234");
    }

    @Test
    void aSenderWhoHidesHisNumberHasNone() {
        assertThat(sender("From: fax@gateway.example\r\nSubject: Fax from anonymous", Map.of())).isNull();
    }

    @Test
    void aNumberIsReachedAtTheGateway() {
        assertThat(FaxNumber.address("+97235551234", Map.of(FaxNumber.DOMAIN, "gateway.example"))).isEqualTo("97235551234@gateway.example");
        assertThat(FaxNumber.address("+97235551234", Map.of(FaxNumber.ADDRESS, "FAX={e164}@gateway.example"))).isEqualTo("FAX=+97235551234@gateway.example");
        assertThat(FaxNumber.address("+97235551234", Map.of(FaxNumber.ADDRESS, "{national}@gateway.example"))).isEqualTo("035551234@gateway.example");
        assertThatThrownBy(() -> FaxNumber.address("+97235551234", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaxNumber.address("a@b.example", Map.of(FaxNumber.DOMAIN, "gateway.example"))).isInstanceOf(IllegalArgumentException.class);
    }
}
