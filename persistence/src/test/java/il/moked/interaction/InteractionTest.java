// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.shared.BusinessException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InteractionTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private final Interaction interaction = conversation();

    static Interaction conversation() {
        return conversation("Subject");
    }

    private static Interaction conversation(String subject) {
        ChannelAccount account = new ChannelAccount("service", Channel.EMAIL, "he", "en", "service@moked.example", "he", 1);
        set(account, "id", 7L);
        return new Interaction("ABC", Customer.guest("Guest", "he", NOON), Identification.UNKNOWN, account, 1, subject, "a@b.example", "he", NOON);
    }

    private static void set(Object target, String field, Object value) {
        try {
            Field declared = target.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(target, value);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void noCardNumberIsKeptInItsSubjectItsLastLineOrItsSummary() {
        Interaction chat = conversation("My card 4111 1111 1111 1111 is lost");
        assertThat(chat.subject()).isEqualTo("My card •••• 1111 is lost");
        chat.received("4111111111111111", NOON);
        assertThat(chat.lastLine()).isEqualTo("•••• 1111");
        chat.about("about 4111-1111-1111-1111", "he");
        assertThat(chat.subject() + chat.lastLine()).doesNotContain("4111");
        chat.close(null, "blocked 4111111111111111", NOON);
        assertThat(chat.wrapUpNote()).contains("blocked •••• 1111");
    }

    @Test
    void theFirstUnansweredMessageStartsTheWaitAndLaterOnesDoNotRestartIt() {
        interaction.received("one", NOON);
        interaction.received("two", NOON.plusSeconds(60));
        assertThat(interaction.waitingSince()).contains(NOON);
        assertThat(interaction.unread()).isEqualTo(2);
        interaction.answered("answer", NOON.plusSeconds(120));
        assertThat(interaction.waitingSince()).isEmpty();
        interaction.received("three", NOON.plusSeconds(180));
        assertThat(interaction.waitingSince()).contains(NOON.plusSeconds(180));
    }

    @Test
    void anAutomaticAcknowledgementDoesNotEndTheWait() {
        interaction.received("one", NOON);
        interaction.acknowledged(NOON.plusSeconds(1));
        assertThat(interaction.waitingSince()).contains(NOON);
        assertThat(interaction.lastLine()).isEqualTo("one");
    }

    @Test
    void messagesGetTheirPlacesOneAfterTheOther() {
        assertThat(interaction.received("one", NOON)).isEqualTo(1);
        assertThat(interaction.answered("two", NOON)).isEqualTo(2);
        assertThat(interaction.acknowledged(NOON)).isEqualTo(3);
    }

    @Test
    void aClosedConversationTakesNoAnswerAndIsReopenedByTheCustomer() {
        WrapUpReason answered = new WrapUpReason("ANSWERED", "נענה", "Answered", 0);
        interaction.received("one", NOON);
        interaction.close(answered, " ", NOON);
        assertThat(interaction.open()).isFalse();
        assertThat(interaction.wrapUpNote()).isEmpty();
        assertThatThrownBy(() -> interaction.answered("late", NOON)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("interaction.closed"));
        assertThatThrownBy(() -> interaction.close(answered, null, NOON)).isInstanceOf(BusinessException.class);
        interaction.received("again", NOON.plusSeconds(5));
        assertThat(interaction.open()).isTrue();
        assertThat(interaction.wrapUpReason()).isEmpty();
    }

    @Test
    void goingBackToTheTeamTakesItsOwner() {
        StaffUser agent = new StaffUser("dana", "דנה", "Dana", "hash", new Team("t", "צ", "T"), Set.of());
        interaction.ownedBy(agent);
        assertThat(interaction.owner()).contains(agent);
        interaction.giveToTeam(9);
        assertThat(interaction.owner()).isEmpty();
        assertThat(interaction.teamId()).isEqualTo(9);
    }
}
