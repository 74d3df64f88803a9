// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseActed;
import il.moked.casework.ejb.CaseClosing;
import il.moked.casework.ejb.CustomerTelling;
import il.moked.channel.Channel;
import il.moked.complaint.Complaint;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.Complaints;
import il.moked.customer.Customers;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CustomerTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A case of the kind complaint has the stages of one from its opening, in the same transaction: it is acknowledged at once, and is
 * not closed without a cause and what is done about it.
 */
@ApplicationScoped
class ComplaintsHeard {
    @Inject
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    Agreements agreements;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    ComplaintLedger ledger;
    @Inject
    ComplaintCounting counting;
    @Inject
    CustomerTelling telling;
    @Inject
    CustomerTexts texts;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;
    /** Zone in which the days of the law are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    void acted(@Observes CaseActed event) {
        ServiceCase its = cases.get(event.subjectId());
        if (its.kind() == ServiceCase.Kind.COMPLAINT) {
            complaints.findLocked(its.id()).ifPresentOrElse(complaint -> goesOn(complaint, its), () -> begins(its));
        }
    }

    private void begins(ServiceCase its) {
        Channel channel = cases.conversationsOf(its.id()).stream().findFirst().map(interactions::get).map(talk -> talk.channel()).orElse(null);
        String sku = its.ownedProductId().map(agreements::seen).map(OwnedProduct::sku).or(its::sku).orElse(null);
        Complaint complaint = new Complaint(its, sku, channel, zone);
        complaints.add(complaint);
        ledger.write(complaint, Kind.RECEIVED, its.openedBy(), channel == null ? null : channel.name(), null);
        counting.one(complaint);
        String language = customers.get(its.customerId()).language();
        if (telling.reach(its, texts.text("complaint-received", language, its.number(), its.subject()), ComplaintLedger.CLOCK)) {
            complaint.acknowledged(clock.instant());
            ledger.write(complaint, Kind.ACKNOWLEDGED, ComplaintLedger.CLOCK, null, null);
        }
    }

    private void goesOn(Complaint complaint, ServiceCase its) {
        if (its.state() != ServiceCase.State.CLOSED && complaint.reopened(zone, clock.instant())) {
            ledger.write(complaint, Kind.REOPENED, ComplaintLedger.CLOCK, null, null);
        }
        complaint.follows(its, zone);
    }

    void closing(@Observes CaseClosing event) {
        complaints.findLocked(event.caseId()).ifPresent(complaint -> {
            complaint.close(event.cause());
            ledger.write(complaint, Kind.CLOSED, currentUser.name(), event.cause().name(), null);
        });
    }
}
