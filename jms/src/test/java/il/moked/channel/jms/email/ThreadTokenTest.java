// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadTokenTest {

    private final ThreadToken token = new ThreadToken("a secret of at least 32 bytes, yes".getBytes(StandardCharsets.UTF_8));

    @Test
    void a_message_id_leads_back_to_its_conversation() {
        String id = token.messageId("4711", "Example.com");

        assertThat(id).matches("moked\\.4711\\.[a-z2-7]{16}\\.[a-z2-7]{26}@example\\.com");
        assertThat(token.interactionOf(id)).contains("4711");
        assertThat(token.interactionOf('<' + id + '>')).contains("4711");
        assertThat(token.interactionOf(id.toUpperCase(java.util.Locale.ROOT))).contains("4711");
    }

    @Test
    void a_reply_address_leads_back_too_and_stays_short_enough() {
        String address = token.replyAddress("service@example.com", "1234567890");

        assertThat(address).startsWith("service+1234567890.").endsWith("@example.com");
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(token.interactionOf(address)).contains("1234567890");
        assertThatIllegalArgumentException().isThrownBy(() -> token.replyAddress("a-rather-long-mailbox-name@example.com", "1234567890"));
    }

    @Test
    void every_message_id_is_new() {
        assertThat(token.messageId("1", "x.com")).isNotEqualTo(token.messageId("1", "x.com"));
    }

    @Test
    void any_changed_character_is_noticed() {
        String id = token.messageId("4711", "example.com");
        int end = id.indexOf('@');
        for (int i = "moked.".length(); i < end; i++) {
            char other = id.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(token.interactionOf(id.substring(0, i) + other + id.substring(i + 1))).as("position " + i).isEmpty();
        }
    }

    @Test
    void another_secret_does_not_accept_it() {
        ThreadToken other = new ThreadToken("another secret of at least 32 bytes".getBytes(StandardCharsets.UTF_8));

        assertThat(other.interactionOf(token.messageId("4711", "example.com"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x@y", "moked.1@example.com", "moked.1.aaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaa@example.com", "moked.1.aaaaaaaa.@example.com", "<moked...@x>", "service+x@example.com"})
    void what_is_not_ours_gives_nothing(String id) {
        assertThat(token.interactionOf(id)).isEmpty();
    }

    @Test
    void the_first_of_several_counts() {
        assertThat(token.interactionIn(List.of("x@y", token.messageId("2", "a.com"), token.messageId("1", "a.com")))).contains("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1.2", "1@2", "1\r\n2"})
    void ids_of_another_form_are_refused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> token.messageId(id, "example.com"));
    }

    @Test
    void short_secrets_and_odd_domains_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ThreadToken(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> token.messageId("1", "example.com\r\nBcc: x"));
    }
}
