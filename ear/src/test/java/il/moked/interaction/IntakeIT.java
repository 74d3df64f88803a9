// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.Inbox;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.ejb.Intake;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Several inbox rows in one transaction: all of them, or as many as may go together. The rows are put there without waking a listener. */
@ArquillianTest
public class IntakeIT {
    @Inject
    Inbox inbox;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Intake intake;
    @Inject
    WorkItems workItems;
    @Inject
    AsSystem system;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** @param senders of whom nobody has heard before */
    private List<Long> arrived(String... senders) {
        return system.inTransaction(() -> Arrays.stream(senders).map(sender -> inbox.store(accounts.get("form"), UUID.randomUUID().toString(), sender, new byte[] {1}, Instant.now()).orElseThrow().id()).toList());
    }

    private String stranger(int number) {
        return "stranger-" + mark + "-" + number + "@example.org";
    }

    private static IncomingMessage read(InboundMessage inbound) {
        return new IncomingMessage(inbound.id(), null, new Sender("Stranger", inbound.sender(), null, null), "subject", "text", null, null, null, IncomingMessage.Thread.none(), true, null, Set.of(), List.of(), "en", inbound.receivedAt());
    }

    private List<InboundMessage.State> states(List<Long> ids) {
        return system.inTransaction(() -> ids.stream().map(id -> inbox.get(id).state()).toList());
    }

    @Test
    void strangersAreAdmittedTogetherAndEachWaitsInLine() {
        List<Long> ids = arrived(stranger(1), stranger(2), stranger(3));
        system.run(() -> intake.admit(ids, IntakeIT::read));
        assertThat(states(ids)).containsOnly(InboundMessage.State.PROCESSED);
        List<WorkItem> items = system.inTransaction(() -> ids.stream().map(id -> workItems.findFor(inbox.get(id).interactionId().orElseThrow()).orElseThrow()).toList());
        assertThat(items).extracting(WorkItem::interactionId).doesNotHaveDuplicates();
    }

    @Test
    void theNextMessageOfOneSenderIsLeftForTheNextTransaction() {
        List<Long> ids = arrived(stranger(1), stranger(1), stranger(2));
        system.run(() -> intake.admit(ids, IntakeIT::read));
        assertThat(states(ids)).containsExactly(InboundMessage.State.PROCESSED, InboundMessage.State.RECEIVED, InboundMessage.State.RECEIVED);
        system.run(() -> intake.admit(ids, IntakeIT::read));
        assertThat(states(ids)).containsOnly(InboundMessage.State.PROCESSED);
    }

    @Test
    void whatCannotBeReadFailsByItselfOnly() {
        List<Long> ids = arrived(stranger(1), stranger(2), stranger(3));
        List<Long> asked = new ArrayList<>();
        Intake.Reading reading = inbound -> {
            asked.add(inbound.id());
            if (inbound.id().equals(ids.get(1))) {
                throw new IllegalArgumentException("unreadable");
            }
            return read(inbound);
        };
        system.run(() -> intake.admit(ids, reading));
        assertThat(states(ids)).containsExactly(InboundMessage.State.PROCESSED, InboundMessage.State.RECEIVED, InboundMessage.State.RECEIVED);
        assertThatThrownBy(() -> system.run(() -> intake.admit(ids, reading))).hasRootCauseMessage("unreadable");
        assertThat(asked).containsExactly(ids.get(0), ids.get(1), ids.get(1));
        assertThat(states(ids)).containsExactly(InboundMessage.State.PROCESSED, InboundMessage.State.RECEIVED, InboundMessage.State.RECEIVED);
        system.run(() -> intake.admit(ids, IntakeIT::read));
        assertThat(states(ids)).containsOnly(InboundMessage.State.PROCESSED);
    }
}
