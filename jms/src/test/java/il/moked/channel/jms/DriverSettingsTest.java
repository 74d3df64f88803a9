// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.ejb.DriverSettings;
import il.moked.channel.jms.paper.FaxSettings;
import il.moked.channel.jms.paper.LetterSettings;
import il.moked.channel.jms.sms.SmsSettings;
import il.moked.channel.jms.social.SocialSettings;
import il.moked.channel.jms.social.WhatsAppSettings;
import il.moked.shared.BusinessException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator enters for a driver: the first setting that cannot be used is named. */
class DriverSettingsTest {
    private static final Map<String, DriverSettings> DRIVERS = Map.of("sms", new SmsSettings(), "social", new SocialSettings(), "whatsapp", new WhatsAppSettings(), "fax", new FaxSettings(), "post", new LetterSettings());

    private static Map<String, String> settings(String written) {
        Map<String, String> settings = new TreeMap<>();
        for (String line : written == null ? new String[0] : written.split(" ; ")) {
            settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return settings;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "sms | driver=smpp ; host=smsc.example ; systemId=moked",
            "sms | driver=smpp ; host=smsc.example ; systemId=moked ; port=2776 ; bind=tx+rx ; alphabet=latin1 ; answerId=hex ; receiptId=decimal ; tls=true ; answerSeconds=10",
            "sms | driver=http ; url=https://sms.example/send?to={to}&text={text} ; method=GET ; toFormat=digits",
            "sms | driver=http ; url=http://127.0.0.1:8080/x ; answerId=/messages/0/id ; accepted=OK|QUEUED ; header=Authorization ; headerValue=Bearer {secret} ; inbound.proof=twilio ; inbound.base=https://moked.example",
            "sms | driver=http ; url=https://sms.example/send ; answerId=OK: (\\d+) ; contentType=application/x-www-form-urlencoded",
            "social |",
            "social | base-url=https://graph.facebook.com/v23.0 ; page-id=me ; media-hosts=fbcdn.net, fbsbx.com",
            "social | page-id=200000000000002 ; user-id=1",
            "whatsapp | phone-number-id=100000000000001",
            "fax | gatewayDomain=fax-gateway.example",
            "fax | gatewayAddress=FAX={e164}@gateway.example ; senderPattern=^x-from: (.+)$ ; number=03-5550000",
            "post | folder=scans",
            "post | out=letters",
            "post | folder=scans ; out=letters ; complete=marker ; after=delete"})
    void whatCanBeUsedIsTaken(String driver, String written) {
        DRIVERS.get(driver).check(settings(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "sms | missing | driver   |",
            "sms | wrong   | driver   | driver=pigeon",
            "sms | missing | host     | driver=smpp ; systemId=moked",
            "sms | missing | systemId | driver=smpp ; host=smsc.example",
            "sms | wrong   | port     | driver=smpp ; host=h ; systemId=m ; port=70000",
            "sms | wrong   | port     | driver=smpp ; host=h ; systemId=m ; port=many",
            "sms | wrong   | answerId | driver=smpp ; host=h ; systemId=m ; answerId=octal",
            "sms | wrong   | bind     | driver=smpp ; host=h ; systemId=m ; bind=both",
            "sms | wrong   | answerSeconds | driver=smpp ; host=h ; systemId=m ; answerSeconds=0",
            "sms | missing | url      | driver=http",
            "sms | wrong   | url      | driver=http ; url=file:///etc/passwd",
            "sms | wrong   | url      | driver=http ; url=sms.example/send",
            "sms | wrong   | url      | driver=http ; url=https://user:word@sms.example/send",
            "sms | wrong   | method   | driver=http ; url=https://sms.example ; method=PUT",
            "sms | wrong   | header   | driver=http ; url=https://sms.example ; header=X Y",
            "sms | wrong   | answerId | driver=http ; url=https://sms.example ; answerId=OK: (\\d+",
            "sms | wrong   | accepted | driver=http ; url=https://sms.example ; accepted=[",
            "sms | wrong   | inbound.proof | driver=http ; url=https://sms.example ; inbound.proof=none",
            "social | wrong | base-url | base-url=graph.facebook.com",
            "social | wrong | page-id  | page-id=the page",
            "social | wrong | media-hosts | media-hosts=https://fbcdn.net",
            "whatsapp | missing | phone-number-id |",
            "fax | missing | gatewayDomain |",
            "fax | wrong | gatewayDomain | gatewayDomain=@gateway.example",
            "fax | wrong | gatewayAddress | gatewayAddress=fax@gateway.example",
            "fax | wrong | senderPattern | gatewayDomain=g.example ; senderPattern=(",
            "fax | wrong | senderPattern | gatewayDomain=g.example ; senderPattern=x-from",
            "post | missing | folder |",
            "post | wrong | folder | folder=../other",
            "post | wrong | out | folder=x ; out=x",
            "post | wrong | complete | folder=x ; complete=soon",
            "post | wrong | after | folder=x ; after=burn"})
    void whatCannotBeUsedIsNamed(String driver, String how, String name, String written) {
        assertThatThrownBy(() -> DRIVERS.get(driver).check(settings(written))).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("channel.setting-" + how);
            assertThat(refusal.arguments()).isEqualTo(List.of("settings", name));
        });
    }
}
