// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaints;
import il.moked.customer.Customers;
import il.moked.dispatch.Visit;
import il.moked.dispatch.Visits;
import il.moked.interaction.Message;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A customer's matters that are worked on: their stage and clock, of a complaint the law's, and who comes when. Of what is thought
 * and noted inside nothing is told.
 */
@Stateless
@PermitAll
public class OwnMatters {
    private static final int MOST = 20;
    private static final int MOST_A_PAGE = 50;
    private static final int MOST_MESSAGES = 100;

    @Inject
    Cases cases;
    @Inject
    Complaints complaints;
    @Inject
    Visits visits;
    @Inject
    Customers customers;
    @Inject
    DomainEvents events;

    /** One of the list. @param dueAt when the next of its clocks is due, or null */
    public record Matter(String number, ServiceCase.Kind kind, String subject, ServiceCase.State state, Instant dueAt, boolean late, Instant openedAt, Instant closedAt, CaseLine.Cursor cursor) {
        static Matter of(CaseLine line) {
            return new Matter(line.number(), line.kind(), line.subject(), line.state(), line.state().live() ? line.due().orElse(null) : null, line.breached(), line.openedAt(), line.closedAt(), line.byOpening());
        }
    }

    /** A technician's visit. @param expected when he is expected within the window, or null @param hebrewTechnician who comes, or null */
    public record OwnVisit(String number, String hebrewKind, String englishKind, Visit.State state, Instant from, Instant to, Instant expected, String hebrewTechnician, String englishTechnician, String address) {
        static OwnVisit of(Visit visit) {
            return new OwnVisit(visit.number(), visit.kind().name("he"), visit.kind().name("en"), visit.state(), visit.windowFrom(), visit.windowTo(), visit.expected().orElse(null), visit.technician().map(who -> who.user().name("he")).orElse(null), visit.technician().map(who -> who.user().name("en")).orElse(null), visit.address());
        }

        public String kind(String language) {
            return "he".equals(language) ? hebrewKind : englishKind;
        }

        public String technician(String language) {
            return "he".equals(language) ? hebrewTechnician : englishTechnician;
        }
    }

    /** Of a complaint: its stage, by when it must be decided, and what was decided. */
    public record OwnComplaint(Complaint.Stage stage, Instant receivedAt, Instant dueAt, boolean overdue, Complaint.Decision decision, Complaint.Remedy offered) {
        static OwnComplaint of(Complaint complaint) {
            return new OwnComplaint(complaint.stage(), complaint.receivedAt(), complaint.dueAt(), complaint.overdue(), complaint.decision().orElse(null), complaint.remedyOffered().orElse(null));
        }
    }

    /** What was said of it. */
    public record Said(boolean mine, String text, Instant at) {
    }

    /** @param complaint null when it is none @param dueAt when the next clock is due, null when none runs */
    public record OwnCase(String number, ServiceCase.Kind kind, String subject, String description, ServiceCase.State state, Instant openedAt, Instant dueAt, Instant solvedAt, Instant closedAt, OwnComplaint complaint, List<OwnVisit> visits, List<Said> said) {
    }

    /** Those that are worked on, due first. */
    public List<Matter> live(long customerId) {
        return cases.liveOf(customers.get(customerId).id(), MOST).stream().map(Matter::of).toList();
    }

    /** All, newest first. @param after null for the first page */
    public Page<Matter> list(long customerId, CaseLine.Cursor after, int size) {
        Page<CaseLine> page = cases.ofCustomer(customers.get(customerId).id(), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
        return new Page<>(page.rows().stream().map(Matter::of).toList(), page.more());
    }

    /** @throws NotFoundException {@code casework.unknown} also for somebody else's */
    public OwnCase get(long customerId, String number) {
        long id = customers.get(customerId).id();
        ServiceCase own = cases.findByNumber(number).filter(found -> customers.get(found.customerId()).id() == id).orElseThrow(() -> new NotFoundException("casework.unknown"));
        Optional<Instant> due = own.state().live() ? own.clocks().stream().filter(clock -> !clock.ended()).flatMap(clock -> clock.dueAt().stream()).min(Comparator.naturalOrder()) : Optional.empty();
        events.tell(new OwnRead(own.id(), customerId, "case"));
        return new OwnCase(own.number(), own.kind(), own.subject(), own.description(), own.state(), own.openedAt(), due.orElse(null), own.solvedAt().orElse(null), own.closedAt().orElse(null), complaints.find(own.id()).map(OwnComplaint::of).orElse(null),
                visits.ofCase(own.id(), MOST).stream().map(OwnVisit::of).toList(), cases.messages(own.id(), MOST_MESSAGES).stream().map(message -> new Said(message.direction() == Message.Direction.INBOUND, message.text(), message.at())).toList());
    }
}
