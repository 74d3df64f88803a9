// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.branch.Arrival;
import il.moked.branch.Arrivals;
import il.moked.branch.Counter;
import il.moked.channel.Channel;
import il.moked.interaction.Interactions;
import il.moked.routing.WorkItems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A customer who stands at a counter and chats or telephones meanwhile: whoever serves him in one place sees the other. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class SeveralContacts {
    @Inject
    Interactions interactions;
    @Inject
    WorkItems workItems;
    @Inject
    Arrivals arrivals;
    @Inject
    StaffUsers users;

    /**
     * Where the customer is in contact beside the conversation that was asked about.
     *
     * @param hebrewAgent who serves him there, null while he waits @param since when he is served, or waits @param hebrewBranch null when it is no visit @param counter null unless he is at one
     */
    public record Beside(long interactionId, Channel channel, String hebrewAgent, String englishAgent, Instant since, String hebrewBranch, String englishBranch, Integer counter) {
        public boolean served() {
            return hebrewAgent != null;
        }

        public String agent(String language) {
            return "he".equals(language) ? hebrewAgent : englishAgent;
        }

        public String branch(String language) {
            return "he".equals(language) ? hebrewBranch : englishBranch;
        }
    }

    public List<Beside> beside(long interactionId) {
        List<WorkItems.LiveContact> others = workItems.liveOf(interactions.get(interactionId).customer().current().id()).stream().filter(contact -> contact.interactionId() != interactionId).toList();
        Map<Long, Arrival> visits = arrivals.ofInteractions(others.stream().filter(contact -> contact.channel().inPerson()).map(WorkItems.LiveContact::interactionId).toList()).stream()
                .collect(Collectors.toMap(arrival -> arrival.interactionId().orElseThrow(), Function.identity()));
        return others.stream().map(contact -> beside(contact, visits.get(contact.interactionId()))).toList();
    }

    private Beside beside(WorkItems.LiveContact contact, Arrival visit) {
        StaffUser agent = contact.agentId() == null ? null : users.get(contact.agentId());
        return new Beside(contact.interactionId(), contact.channel(), agent == null ? null : agent.name("he"), agent == null ? null : agent.name("en"), contact.since(), visit == null ? null : visit.branch().name("he"),
                visit == null ? null : visit.branch().name("en"), visit == null ? null : visit.counter().map(Counter::number).orElse(null));
    }
}
