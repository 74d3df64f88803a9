// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.ConversationReading.Entry;
import il.moked.interaction.ejb.ConversationReading.Happened;
import il.moked.interaction.ejb.ConversationReading.Said;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationViewTest {
    private static final Instant NOW = Instant.parse("2026-03-17T10:00:00Z");

    private static Said said(int position, Message.Direction direction) {
        return new Said(position, position, direction, "x", NOW, "x", null, null, false, null, Set.of(), false, null, List.of(), List.of());
    }

    private static final List<Entry> ENTRIES = List.of(said(1, Message.Direction.INBOUND), said(2, Message.Direction.OUTBOUND), said(3, Message.Direction.INBOUND),
            new Happened(3, InteractionEvent.Kind.ACCEPTED, "dana", null, NOW), said(4, Message.Direction.INBOUND));

    @Test
    void whatIsNewBeginsWithTheFirstUnreadMessageOfTheCustomer() {
        assertThat(ConversationView.firstUnread(ENTRIES, 2)).isEqualTo(3);
        assertThat(ConversationView.firstUnread(ENTRIES, 1)).isEqualTo(4);
    }

    @Test
    void nothingIsNewWhenAllWasReadOrMoreIsUnreadThanIsShown() {
        assertThat(ConversationView.firstUnread(ENTRIES, 0)).isEqualTo(-1);
        assertThat(ConversationView.firstUnread(ENTRIES, 9)).isEqualTo(-1);
    }
}
