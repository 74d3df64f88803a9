// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.persistence.*;
import java.time.Instant;

/** One decision as it is kept. */
@Entity
@Table(name = "routing_decision")
class RoutingDecision {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "routing_decision_seq")
    @SequenceGenerator(name = "routing_decision_seq", sequenceName = "routing_decision_seq")
    private Long id;
    @Column(name = "work_item_id")
    private long workItemId;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "agent_id")
    private Long agentId;
    private String content;

    protected RoutingDecision() {
    }

    RoutingDecision(Decision decision) {
        workItemId = decision.item().id();
        decidedAt = decision.at();
        agentId = decision.agentId();
        content = DecisionJson.write(decision);
    }

    Decision decision() {
        return DecisionJson.read(content);
    }
}
