// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.VisitKind;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What is done on visits, as administrators keep it. No kind is deleted: visits name it. A refusal has the field that is wrong as first argument. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class VisitKindKeeping {
    /** Kind of thing in the audit and among the versions. */
    public static final String KIND = "visit-kind";

    @Inject
    Technicians technicians;
    @Inject
    DomainEvents events;

    public record KindLine(long number, int version, String code, VisitKind.Terms terms, boolean active) {
        static KindLine of(VisitKind kind) {
            return new KindLine(kind.number(), kind.version(), kind.code(), new VisitKind.Terms(kind.name("he"), kind.name("en"), kind.minutes(), kind.skill(), kind.certificate().orElse(null), kind.tools()), kind.active());
        }

        public String name(String language) {
            return "he".equals(language) ? terms.hebrewName() : terms.englishName();
        }
    }

    public List<KindLine> kinds() {
        return technicians.kinds().stream().map(KindLine::of).toList();
    }

    public KindLine kind(String code) {
        return KindLine.of(technicians.kind(code));
    }

    /** @throws BusinessException {@code shared.code}, {@code shared.code-taken} */
    public void addKind(String code, VisitKind.Terms terms) {
        VisitKind kind = new VisitKind(code, terms);
        if (technicians.findKind(kind.code()).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", kind.code());
        }
        technicians.add(kind);
        events.tell(new Administered("dispatch.kind-added", KIND, kind.number(), told(kind)));
    }

    /** @param seen the version the change is based on @param active false: it is booked no more @throws BusinessException {@code shared.conflict} when there is a newer version */
    public void changeKind(String code, int seen, VisitKind.Terms terms, boolean active) {
        VisitKind kind = technicians.kind(code);
        kind.expect(seen);
        boolean retired = kind.active() && !active;
        kind.become(terms);
        kind.offered(active);
        technicians.flush();
        events.tell(new Administered(retired ? "dispatch.kind-retired" : "dispatch.kind-changed", KIND, kind.number(), told(kind)));
    }

    private static String told(VisitKind kind) {
        return kind.code() + ", " + kind.name("he") + " / " + kind.name("en") + ", " + kind.minutes() + ", " + kind.skill() + kind.certificate().map(paper -> ", " + paper).orElse("") + ", " + kind.tools();
    }
}
