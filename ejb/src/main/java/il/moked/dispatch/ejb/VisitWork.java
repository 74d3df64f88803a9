// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.StockMovement;
import il.moked.dispatch.FirstFix;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.VisitPhoto;
import il.moked.dispatch.Visits;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.PlainPhoto;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What a technician does at a customer's, told from his phone. Only his own visits. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class VisitWork {
    private static final int MOST_STROKES = 3000;

    @Inject
    Visits visits;
    @Inject
    Technicians technicians;
    @Inject
    Products products;
    @Inject
    Stock stock;
    @Inject
    VisitLedger ledger;
    @Inject
    CaseOfVisit caseOfVisit;
    @Inject
    DispatchTerms terms;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /**
     * How it ended.
     *
     * @param why null when it is fixed @param used parts by SKU; from the van, else from a warehouse he was at @param signer name of the customer, needed when it is fixed @param strokes of his signature: {@code M1,2 L3,4 …}
     */
    public record End(Visit.Cause why, String note, Map<String, Integer> used, String signer, String strokes) {
    }

    /** The customer is told when he comes. */
    public void setOut(long id) {
        Visit visit = own(id);
        Instant now = clock.instant();
        GeoPoint from = visits.of(visit.technician().orElseThrow().id(), visit.day()).stream().filter(other -> other.endedAt().isPresent() && other.state() != Visit.State.CANCELLED)
                .max(Comparator.comparing(other -> other.endedAt().get())).map(Visit::place).orElse(visit.technician().get().home());
        Instant expected = now.plus(terms.travel().between(from, visit.place()));
        visit.plan(visit.technician().get(), expected);
        visit.setOut(now);
        visits.changed(visit.day());
        ledger.write(visit, VisitEvent.Kind.SET_OUT, currentUser.name(), expected.toString());
        ledger.comes(visit, expected, currentUser.name());
    }

    /** @return shekels that are due to the customer because he waited too long */
    public int arrive(long id) {
        Visit visit = own(id);
        visit.arrive(terms.law(), clock.instant());
        visits.changed(visit.day());
        ledger.write(visit, VisitEvent.Kind.ARRIVED, currentUser.name(), visit.compensation() == 0 ? null : "compensation " + visit.compensation());
        return visit.compensation();
    }

    /** @throws BusinessException {@code dispatch.signature}, {@code dispatch.state}, {@code dispatch.no-part}: so many are neither on the van nor in a warehouse */
    public void end(long id, End how) {
        Visit visit = own(id);
        Instant now = clock.instant();
        visit.end(how.why(), text("note", how.note(), Visit.LONGEST_NOTE), text("signer", how.signer(), Visit.LONGEST_SIGNER), strokes(how.strokes()), now);
        new TreeMap<>(how.used() == null ? Map.<String, Integer>of() : how.used()).forEach((sku, quantity) -> use(visit, sku, quantity, now));
        LocalDate today = VisitLaw.dayOf(now);
        visits.firstBefore(visit, today).ifPresentOrElse(first -> first.cameAgain(today), () -> visits.add(new FirstFix(visit)));
        visits.changed(visit.day());
        ledger.write(visit, how.why() == null ? VisitEvent.Kind.DONE : VisitEvent.Kind.NOT_FIXED, currentUser.name(), how.why() == null ? null : how.why().name());
        caseOfVisit.over(visit, how.why() == null);
    }

    private void use(Visit visit, String sku, Integer quantity, Instant now) {
        if (quantity == null || quantity < 0 || quantity > Visit.MOST_OF_A_PART) {
            throw new BusinessException("shared.field-range", "quantity", 0, Visit.MOST_OF_A_PART);
        }
        if (quantity == 0) {
            return;
        }
        Product part = products.findBySku(sku).orElseThrow(() -> new BusinessException("dispatch.unknown-part", sku));
        Long van = visit.technician().flatMap(Technician::van).map(StockLocation::id).orElse(null);
        if (van != null && take(visit, part, van, quantity, now)) {
            return;
        }
        stock.locations().stream().filter(one -> one.active() && one.kind() == StockLocation.Kind.WAREHOUSE).filter(one -> take(visit, part, one.id(), quantity, now)).findFirst()
                .orElseThrow(() -> new BusinessException("dispatch.no-part", sku));
    }

    private boolean take(Visit visit, Product part, long location, int quantity, Instant now) {
        if (!stock.use(part.id(), location, quantity, now)) {
            return false;
        }
        stock.add(new StockMovement(part.id(), location, StockMovement.Kind.USED, -quantity, 0, visit.number(), currentUser.name(), now));
        return true;
    }

    /** @return its id @throws BusinessException {@code dispatch.photo}, {@code dispatch.photos} */
    public long photograph(long id, byte[] sent) {
        Visit visit = own(id);
        if (visits.photos(id).size() >= VisitPhoto.MOST_OF_A_VISIT) {
            throw new BusinessException("dispatch.photos", VisitPhoto.MOST_OF_A_VISIT);
        }
        VisitPhoto photo = new VisitPhoto(visit, PlainPhoto.jpeg(sent, VisitPhoto.MOST_BYTES).orElseThrow(() -> new BusinessException("dispatch.photo")), currentUser.name(), clock.instant());
        visits.add(photo);
        ledger.write(visit, VisitEvent.Kind.PHOTO, currentUser.name(), null);
        return photo.id();
    }

    private Visit own(long id) {
        Visit visit = visits.get(id);
        visits.lock(visit.day());
        long self = currentUser.get().id();
        if (visit.technician().filter(one -> one.user().id() == self).isEmpty()) {
            throw new NotFoundException("dispatch.unknown");
        }
        return visit;
    }

    private static String text(String field, String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.strip().length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return ShownText.of(given.strip());
    }

    private static String strokes(String drawn) {
        if (drawn == null || drawn.isBlank()) {
            return null;
        }
        String[] each = drawn.strip().split(" ");
        if (drawn.length() > Visit.LONGEST_SIGNATURE || each.length > MOST_STROKES) {
            throw new BusinessException("dispatch.signature");
        }
        for (int i = 0; i < each.length; i++) {
            if (!each[i].matches(i == 0 ? "M[0-9]{1,4},[0-9]{1,4}" : "[ML][0-9]{1,4},[0-9]{1,4}")) {
                throw new BusinessException("dispatch.signature");
            }
        }
        return String.join(" ", each);
    }
}
