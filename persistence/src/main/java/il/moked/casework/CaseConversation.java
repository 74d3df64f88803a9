// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;

/** A conversation in which a case is spoken of. Of several cases one is the main one: what the customer writes belongs to it. */
@Entity
@Table(name = "case_conversation")
public class CaseConversation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_conversation_seq")
    @SequenceGenerator(name = "case_conversation_seq", sequenceName = "case_conversation_seq")
    private Long id;
    @Column(name = "case_id")
    private long caseId;
    @Column(name = "interaction_id", updatable = false)
    private long interactionId;
    private boolean main;
    @Column(name = "merge_id")
    private Long mergeId;

    protected CaseConversation() {
    }

    public CaseConversation(ServiceCase of, long interactionId, boolean main) {
        this.caseId = of.id();
        this.interactionId = interactionId;
        this.main = main;
    }

    public long caseId() {
        return caseId;
    }

    public long interactionId() {
        return interactionId;
    }

    public boolean main() {
        return main;
    }

    public void becomeMain() {
        main = true;
    }

    /** Another case is the main one from now on. */
    public void aside() {
        main = false;
    }
}
