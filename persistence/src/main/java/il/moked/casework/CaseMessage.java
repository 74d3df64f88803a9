// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.interaction.Message;
import jakarta.persistence.*;

/** To which case a message of a conversation belongs: to one at most, and it may be moved. */
@Entity
@Table(name = "case_message")
public class CaseMessage {
    @Id
    @Column(name = "message_id")
    private Long messageId;
    @Column(name = "case_id")
    private long caseId;
    @Column(name = "merge_id")
    private Long mergeId;

    protected CaseMessage() {
    }

    public CaseMessage(Message message, ServiceCase of) {
        this.messageId = message.id();
        this.caseId = of.id();
    }

    public long caseId() {
        return caseId;
    }

    public void movesTo(ServiceCase other) {
        caseId = other.id();
        mergeId = null;
    }
}
