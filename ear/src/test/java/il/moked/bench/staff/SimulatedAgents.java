// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.staff;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.ejb.Attendance;
import il.moked.interaction.Call;
import il.moked.interaction.ejb.CallEnded;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.Telephoning;
import il.moked.routing.ejb.Offers;
import il.moked.routing.ejb.WorkOffered;
import il.moked.shared.BusinessException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Agents who accept at once whatever they are offered, and close the conversation as soon as the call has ended. Each is a
 * signed-in user with his own telephone. A caller who gave up is not called back in this play: what he left is closed.
 */
@ApplicationScoped
public class SimulatedAgents {

    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    Conversation conversation;
    @Inject
    Telephoning telephoning;
    @Inject
    Hiring hiring;
    @Resource
    ManagedExecutorService threads;

    private final Map<Long, SecurityIdentity> identities = new ConcurrentHashMap<>();
    private final List<Long> order = new ArrayList<>();

    /** In a transaction of its own. */
    @ApplicationScoped
    public static class Hiring {
        @Inject
        StaffUsers users;
        @Inject
        Agents agents;

        @Transactional
        public long hire(String name, String hash, Instant now) {
            Team team = users.teams().stream().filter(candidate -> candidate.code().equals("service")).findFirst().orElseThrow();
            StaffUser user = new StaffUser(name, name, name, hash, team, Set.of(Role.AGENT));
            users.add(user);
            Agent agent = new Agent(user, team, now);
            agent.sitsAt(name);
            agents.add(agent);
            return user.id();
        }
    }

    public void hire(int count) throws Exception {
        String hash = il.moked.access.ejb.Passwords.hash("moked-bench-2026");
        for (int number = 0; number < count; number++) {
            String name = "sim-" + number;
            long id = hiring.hire(name, hash, Instant.now());
            identities.put(id, SecurityDomain.getCurrent().authenticate(name, new PasswordGuessEvidence("moked-bench-2026".toCharArray())));
            order.add(id);
        }
    }

    public synchronized void atWork(int count) throws Exception {
        for (int at = 0; at < order.size(); at++) {
            boolean works = at < count;
            as(order.get(at), () -> {
                if (works == (attendance.mine().presence() == il.moked.agent.Presence.OFFLINE)) {
                    if (works) {
                        attendance.available();
                    } else {
                        attendance.offline();
                    }
                }
                return null;
            });
        }
    }

    void offered(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkOffered event) {
        if (identities.containsKey(event.agentId())) {
            threads.execute(() -> quietly(() -> as(event.agentId(), () -> accept(event.workItemId()))));
        }
    }

    private Void accept(long workItemId) {
        long interaction = offers.accept(workItemId);
        if (telephoning.callOf(interaction).filter(call -> call.outcome() != null && call.outcome() != Call.Outcome.ANSWERED).isPresent()) {
            conversation.close(interaction, "ANSWERED", null);
        }
        return null;
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallEnded event) {
        if (event.ownerId() != null && identities.containsKey(event.ownerId())) {
            threads.execute(() -> quietly(() -> as(event.ownerId(), () -> {
                conversation.close(event.interactionId(), "ANSWERED", null);
                return null;
            })));
        }
    }

    private <T> T as(long agent, Callable<T> step) throws Exception {
        return identities.get(agent).runAs(step);
    }

    private static void quietly(Callable<?> step) {
        try {
            step.call();
        } catch (BusinessException overtaken) {
            // the caller hung up, or the offer ended, in the same moment
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
