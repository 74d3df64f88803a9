// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.agent.Capacity;
import il.moked.agent.SkillProfile;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.routing.AgentAtWork;
import il.moked.routing.Decision;
import il.moked.routing.FloorShare;
import il.moked.routing.LinesInMemory;
import il.moked.routing.Requirement;
import il.moked.routing.Router;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.WaitingItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferedLatelyTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private static final RoutingPolicy HALF = new RoutingPolicy(1, RoutingPolicy.DEFAULT.relaxation(), Map.of(), RoutingPolicy.DEFAULT.backOff(), RoutingPolicy.DEFAULT.preferredAtMost(), 0.1, 1,
            new FloorShare(Map.of(Channel.EMAIL, 0.5), Duration.ofMinutes(15)));

    private final OfferedLately offered = new OfferedLately();
    private final LinesInMemory lines = new LinesInMemory();

    private void waits(long id, Channel channel, long due) {
        lines.put(new WaitingItem(id, 7, channel, WorkWeight.primary(100), Requirement.NONE, NOON.minusSeconds(900), NOON.minusSeconds(due), Duration.ofMinutes(1), null, Map.of()));
    }

    private Decision next() {
        AgentAtWork agent = new AgentAtWork(1, SkillProfile.NONE, Capacity.FULL, NOON);
        return new Router(HALF, offered.of(3), List.of(agent), id -> Optional.empty(), NOON).round(lines, Set.of(), 1).get(0);
    }

    @Test
    void anOfferCountsForItsChannelUntilItIsDeclined() {
        waits(1, Channel.CHAT, 600);
        waits(2, Channel.CHAT, 500);
        waits(3, Channel.EMAIL, 100);
        for (long chat = 1; chat <= 2; chat++) {
            Decision decision = next();
            assertThat(decision.item().id()).isEqualTo(chat);
            lines.remove(chat);
            offered.made(3, decision);
        }
        waits(4, Channel.CHAT, 400);
        Decision mail = next();
        assertThat(mail.item().channel()).as("one of two is owed").isEqualTo(Channel.EMAIL);
        offered.made(3, mail);
        assertThat(next().item().channel()).isEqualTo(Channel.CHAT);
        offered.ended(new OfferEnded(3, 30L, 1, OfferEnded.DECLINED));
        assertThat(next().item().channel()).as("nobody took it").isEqualTo(Channel.EMAIL);
    }

    @Test
    void whatWasAcceptedStaysCounted() {
        waits(1, Channel.CHAT, 600);
        Decision chat = next();
        offered.made(3, chat);
        offered.made(3, chat);
        waits(3, Channel.EMAIL, 100);
        Decision mail = next();
        offered.made(3, mail);
        offered.ended(new OfferEnded(3, 30L, 1, OfferEnded.ACCEPTED));
        offered.ended(new OfferEnded(3, 30L, 1, OfferEnded.DECLINED));
        assertThat(next().item().channel()).isEqualTo(Channel.CHAT);
    }
}
