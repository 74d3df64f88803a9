// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.casework.CaseConversation;
import il.moked.casework.Cases;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.Complaints;
import il.moked.interaction.StatedMatter;
import il.moked.interaction.ejb.MatterStated;
import il.moked.shared.OneOf;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** What a complainant wants to have done, as he chose it on the form: kept with the complaint that came of it. */
@ApplicationScoped
class RemediesHeard {
    /** Later than those that make the case, and so the complaint. */
    private static final int AFTERWARDS = Interceptor.Priority.APPLICATION + 900;

    @Inject
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    ComplaintLedger ledger;

    void stated(@Observes @Priority(AFTERWARDS) MatterStated event) {
        if (event.matter().kind() == StatedMatter.Kind.COMPLAINT) {
            OneOf.named(Remedy.class, event.matter().remedy())
                    .ifPresent(remedy -> cases.conversations(event.interactionId()).stream().filter(CaseConversation::main).findFirst().flatMap(main -> complaints.findLocked(main.caseId())).ifPresent(of -> {
                        of.seeks(remedy, null);
                        ledger.write(of, Kind.REMEDY, ComplaintLedger.CLOCK, remedy.name(), null);
                    }));
        }
    }
}
