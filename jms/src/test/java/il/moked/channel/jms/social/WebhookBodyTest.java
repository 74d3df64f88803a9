// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.Channel;
import il.moked.channel.jms.social.Arrival.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookBodyTest {
    private static List<Arrival> divided(Channel channel, String body) throws Wire.Malformed {
        return WebhookBody.divide(channel, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyMessageAndStatusOfABodyIsAThingOfItsOwn() throws Exception {
        List<Arrival> arrivals = divided(Channel.WHATSAPP, """
                {"object":"whatsapp_business_account","entry":[
                  {"id":"1","changes":[{"field":"messages","value":{"contacts":[{"profile":{"name":"A"},"wa_id":"111111"},{"profile":{"name":"B"},"wa_id":"222222"}],
                    "messages":[{"id":"m1","from":"222222","type":"text","text":{"body":"x"}},{"id":"m2","from":"111111","type":"text","text":{"body":"y"}}],
                    "statuses":[{"id":"s1","status":"read"},{"id":"s1","status":"delivered"}]}}]},
                  {"id":"2","changes":[{"field":"messages","value":{"messages":[{"id":"m3","from":"333333"}]}},{"field":"account_update","value":{"event":"x"}}]}]}""");
        assertThat(arrivals).extracting(Arrival::externalId).startsWith("message:m1", "message:m2", "status:read:s1", "status:delivered:s1", "message:m3").hasSize(6);
        assertThat(arrivals.get(0).sender()).isEqualTo("222222");
        assertThat(Wire.object(arrivals.get(0).context(), "contact", "profile").getString("name")).isEqualTo("B");
        assertThat(arrivals.get(5).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void whomItIsForIsSaidWhereTheProviderSaysIt() throws Exception {
        assertThat(divided(Channel.WHATSAPP, "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":{\"metadata\":{\"phone_number_id\":\"77\"},\"messages\":[{\"id\":\"m\",\"from\":\"1\"}],\"statuses\":[{\"id\":\"s\",\"status\":\"read\"}]}}]}]}"))
                .hasSize(2).allMatch(arrival -> arrival.addressee(Channel.WHATSAPP).filter("77"::equals).isPresent());
        assertThat(divided(Channel.INSTAGRAM, "{\"object\":\"instagram\",\"entry\":[{\"id\":\"88\",\"messaging\":[{\"sender\":{\"id\":\"5\"},\"message\":{\"mid\":\"a\",\"text\":\"x\"}}]}]}").get(0).addressee(Channel.INSTAGRAM)).contains("88");
        assertThat(divided(Channel.X, "{\"for_user_id\":\"99\",\"direct_message_events\":[{\"type\":\"message_create\",\"id\":\"1\",\"message_create\":{\"sender_id\":\"5\"}}]}").get(0).addressee(Channel.X)).contains("99");
        Arrival update = divided(Channel.TELEGRAM, "{\"update_id\":10,\"message\":{\"message_id\":1,\"from\":{\"id\":77},\"text\":\"hi\"}}").get(0);
        assertThat(update.addressee(Channel.TELEGRAM)).isEmpty();
        assertThat(update.unread()).isEqualTo(new Arrival(update.externalId(), Kind.OTHER, update.sender(), update.item(), update.context()));
    }

    @Test
    void manyThingsInOneBodyTakeNoLongerEach() throws Exception {
        StringBuilder messages = new StringBuilder();
        for (int message = 0; message < 20_000; message++) {
            messages.append(message == 0 ? "" : ",").append("{\"id\":\"m").append(message).append("\",\"from\":\"1\"}");
        }
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":{\"messages\":[" + messages + "]}}]}]}";
        org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(2), () -> assertThat(divided(Channel.WHATSAPP, body)).hasSize(20_000));
    }

    @Test
    void eachMessageThatADeliveryNamesIsReported() throws Exception {
        assertThat(divided(Channel.MESSENGER, "{\"object\":\"page\",\"entry\":[{\"id\":1,\"messaging\":[{\"sender\":{\"id\":5},\"delivery\":{\"mids\":[\"a\",\"b\"],\"watermark\":1}}]}]}")).extracting(Arrival::externalId).containsExactly("status:delivered:a", "status:delivered:b");
    }

    @Test
    void aDeletedMessageIsNotTheMessage() throws Exception {
        String message = "{\"object\":\"page\",\"entry\":[{\"id\":1,\"messaging\":[{\"sender\":{\"id\":5},\"message\":{\"mid\":\"a\",%s}}]}]}";
        assertThat(divided(Channel.MESSENGER, message.formatted("\"text\":\"x\"")).get(0).externalId()).isEqualTo("message:a");
        assertThat(divided(Channel.MESSENGER, message.formatted("\"is_deleted\":true")).get(0)).satisfies(deleted -> assertThat(deleted.externalId()).startsWith("hash:"), deleted -> assertThat(deleted.kind()).isEqualTo(Kind.OTHER));
    }

    @Test
    void theSameEventAtAnotherTimeIsAnotherOne() throws Exception {
        String event = "{\"object\":\"page\",\"entry\":[{\"id\":1,\"time\":%d,\"changes\":[{\"field\":\"feed\",\"value\":{\"item\":\"like\"}}]}]}";
        assertThat(divided(Channel.MESSENGER, event.formatted(1)).get(0).externalId()).isNotEqualTo(divided(Channel.MESSENGER, event.formatted(2)).get(0).externalId());
    }

    @Test
    void anUpdateOfTelegramIsKnownByItsNumber() throws Exception {
        Arrival arrival = divided(Channel.TELEGRAM, "{\"update_id\":10,\"message\":{\"message_id\":1,\"from\":{\"id\":77},\"chat\":{\"id\":77,\"type\":\"private\"},\"text\":\"hi\"}}").get(0);
        assertThat(arrival.externalId()).isEqualTo("update:10");
        assertThat(arrival.sender()).isEqualTo("77");
        assertThat(divided(Channel.TELEGRAM, "{\"update_id\":11,\"my_chat_member\":{}}").get(0).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void directMessagesOfXAreDividedAndTheRestIsKept() throws Exception {
        List<Arrival> arrivals = divided(Channel.X, """
                {"for_user_id":"1","direct_message_events":[{"type":"message_create","id":"d1","message_create":{"sender_id":"2","message_data":{"text":"hi"}}}],
                 "users":{"2":{"name":"Rina"}},"favorite_events":[{"id":"f1"}]}""");
        assertThat(arrivals).extracting(Arrival::kind).containsExactly(Kind.MESSAGE, Kind.OTHER);
        assertThat(arrivals.get(0).externalId()).isEqualTo("message:d1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}{}", "{} x", "{\"a\":1}\n{", "nothing", "[1,]", "{\"a\":}", "{'a':1}"})
    void whatIsNotExactlyOneJsonValueIsMalformed(String body) {
        for (Channel channel : List.of(Channel.WHATSAPP, Channel.MESSENGER, Channel.TELEGRAM, Channel.X)) {
            assertThatThrownBy(() -> divided(channel, body)).isInstanceOf(Wire.Malformed.class);
        }
    }

    @Test
    void whatIsNotUtf8OrNestedToExhaustUsIsMalformed() {
        assertThatThrownBy(() -> WebhookBody.divide(Channel.WHATSAPP, new byte[] {'"', (byte) 0xC3, '"'})).isInstanceOf(Wire.Malformed.class);
        assertThatThrownBy(() -> divided(Channel.WHATSAPP, "[".repeat(500_000))).isInstanceOf(Wire.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "{}", "{\"object\":7,\"entry\":3}", "{\"object\":\"page\",\"entry\":[7,{\"messaging\":[null,{\"sender\":7,\"message\":{}}]}]}", "{\"update_id\":\"x\",\"message\":null}", "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{}],\"statuses\":[{}]}}]}]}"})
    void anyJsonIsKept(String body) throws Exception {
        for (Channel channel : List.of(Channel.WHATSAPP, Channel.MESSENGER, Channel.INSTAGRAM, Channel.TELEGRAM, Channel.X)) {
            assertThat(divided(channel, body)).as(channel.toString()).isNotEmpty();
        }
    }
}
