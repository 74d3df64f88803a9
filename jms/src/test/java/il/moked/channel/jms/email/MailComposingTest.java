// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import il.moked.channel.Channel;
import il.moked.interaction.ejb.Delivery.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailComposingTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static Outgoing outgoing(String subject, String inReplyTo, List<String> references, boolean automatic) {
        return new Outgoing(1, 2, 7, Channel.EMAIL, "service", Map.of(), null, "moked.7.n.m@example.com", "service@example.com", "בנק\u0000 הדגמה", "dana@example.net", subject, "תשובה", "he", inReplyTo, references, List.of(), automatic);
    }

    private static ParsedMail sent(Outgoing outgoing) {
        return new MailParser().parse(MailComposing.of(outgoing, NOON).toBytes());
    }

    @Test
    void an_answer_names_what_it_answers_last() {
        ParsedMail mail = sent(outgoing("bill", "in2@example.net", List.of("in1@example.net", "in2@example.net", "moked.7.a.b@example.com"), false));
        assertThat(mail.references()).containsExactly("in1@example.net", "moked.7.a.b@example.com", "in2@example.net");
        assertThat(mail.subject()).isEqualTo("Re: bill");
        assertThat(mail.sender()).isEqualTo(new MailAddress("service@example.com", "בנק הדגמה"));
        assertThat(mail.nature()).isEqualTo(MailNature.PERSONAL);
    }

    @Test
    void what_came_by_form_has_nothing_to_be_an_answer_to() {
        ParsedMail mail = sent(outgoing("loan", null, List.of(), true));
        assertThat(mail.subject()).isEqualTo("loan");
        assertThat(mail.references()).isEmpty();
        assertThat(mail.nature()).isEqualTo(MailNature.AUTO_REPLY);
        assertThat(sent(outgoing("loan", null, List.of("moked.7.a.b@example.com"), false)).subject()).isEqualTo("Re: loan");
    }

    @Test
    void a_mail_without_a_subject_is_answered_under_our_name() {
        assertThat(sent(outgoing("", "in@example.net", List.of(), false)).subject()).isEqualTo("Re: בנק הדגמה");
    }

    @Test
    void ids_of_strangers_that_no_header_takes_are_left_out() {
        ParsedMail mail = sent(outgoing("bill", "שלום@example.net", List.of("שלום@example.net", "ok@example.net", "a b@example.net"), false));
        assertThat(mail.references()).containsExactly("ok@example.net");
    }

    @Test
    void an_id_we_made_up_is_not_sent_to_who_never_saw_it() {
        ParsedMail mail = sent(outgoing("bill", MessageIds.invented(new byte[0]), List.of(MessageIds.invented(new byte[0])), false));
        assertThat(mail.references()).isEmpty();
        assertThat(mail.subject()).isEqualTo("Re: bill");
    }

    @Test
    void an_address_that_is_none_will_never_be_one() {
        Outgoing broken = new Outgoing(1, 2, 7, Channel.EMAIL, "service", Map.of(), null, "m@example.com", "service@example.com", "x", "not an address", "s", "t", "he", null, List.of(), List.of(), false);
        assertThatIllegalArgumentException().isThrownBy(() -> MailComposing.of(broken, NOON));
    }

    @Test
    void the_name_of_a_message_leads_back_to_its_conversation() {
        ThreadToken tokens = new ThreadToken("a secret of at least 32 bytes, yes".getBytes(StandardCharsets.UTF_8));
        assertThat(tokens.interactionOf(MailComposing.messageId(tokens, 42, "service@example.com"))).contains("42");
        assertThat(tokens.interactionOf(MailComposing.messageId(tokens, 42, "service@בנק.example"))).contains("42");
    }
}
