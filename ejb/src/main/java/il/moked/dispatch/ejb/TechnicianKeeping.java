// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.CurrentUser;
import il.moked.calendar.Calendars;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.dispatch.Ability;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Locality;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who comes to customers, as administrators keep it. Nobody is deleted: visits name him. A refusal has the field that is wrong as first argument. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class TechnicianKeeping {
    /** Kind of thing in the audit and among the versions. */
    public static final String TECHNICIAN = "technician";

    @Inject
    Technicians technicians;
    @Inject
    Visits visits;
    @Inject
    StaffUsers users;
    @Inject
    Calendars calendars;
    @Inject
    Stock stock;
    @Inject
    VisitLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param standing today */
    public record AbilityLine(String code, LocalDate lastDay, Ability.Standing standing) {
    }

    /** @param calendar code of the hours he works @param van id of the stock location, or null */
    public record TechnicianLine(long id, int version, String userName, String hebrewName, String englishName, GeoPoint home, String calendar, Long van, String vanHebrew, String vanEnglish, List<AbilityLine> abilities, List<String> territories, List<String> tools, boolean active) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        /** Empty while he has none. */
        public String vanName(String language) {
            return "he".equals(language) ? vanHebrew : vanEnglish;
        }
    }

    /** What a technician is to be. @param home from where he sets out, null for the middle of the town @param town code, asked for where there is no home @param van id of a stock location, or null */
    public record Post(GeoPoint home, String town, String calendar, Long van, List<Ability> abilities, Collection<String> territories, Collection<String> tools) {
    }

    /** Those who left too, after those who work. */
    public List<TechnicianLine> technicians() {
        LocalDate today = today();
        return technicians.everybody().stream().map(one -> line(one, today)).toList();
    }

    public TechnicianLine technician(long id) {
        return line(technicians.get(id), today());
    }

    private static TechnicianLine line(Technician one, LocalDate today) {
        Optional<StockLocation> van = one.van();
        return new TechnicianLine(one.id(), one.version(), one.user().userName(), one.user().name("he"), one.user().name("en"), one.home(), one.calendarCode(), van.map(StockLocation::id).orElse(null), van.map(each -> each.name("he")).orElse(""), van.map(each -> each.name("en")).orElse(""),
                one.abilities().stream().map(each -> new AbilityLine(each.code(), each.lastDay(), each.standing(today))).toList(), one.territories(), one.tools(), one.active());
    }

    /** How many visits that did not begin are planned for him from today on. */
    public int ahead(long technicianId) {
        return visits.ahead(technicianId, today()).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The territories that towns are in. */
    public List<String> territories() {
        return technicians.territories();
    }

    /**
     * @param userName with which he signs in
     * @return id
     * @throws BusinessException {@code dispatch.technician-role}: he could not see his visits; {@code dispatch.technician-known}; {@code dispatch.van-taken}
     */
    public long add(String userName, Post post) {
        if (userName == null || userName.isBlank()) {
            throw new BusinessException("shared.field-missing", "userName");
        }
        StaffUser user = users.findByName(userName.strip()).filter(StaffUser::active).orElseThrow(() -> new BusinessException("shared.field-unknown-value", "userName", userName));
        if (!user.has(Role.AGENT)) {
            throw new BusinessException("dispatch.technician-role", "userName", user.userName());
        }
        if (technicians.findByUser(user.id()).isPresent()) {
            throw new BusinessException("dispatch.technician-known", "userName", user.userName());
        }
        GeoPoint home = home(post);
        StockLocation van = van(post, null);
        Technician one = new Technician(user, home, post.calendar(), van);
        become(one, post, home, van, Set.of());
        technicians.add(one);
        technicians.flush();
        events.tell(new Administered("dispatch.technician-added", TECHNICIAN, one.id(), told(one)));
        return one.id();
    }

    /**
     * @param seen the version the change is based on
     * @param active false takes him out of service: his visits ahead are planned anew
     * @return how many visits are planned anew
     * @throws BusinessException {@code shared.conflict} when there is a newer version; {@code dispatch.van-taken}
     */
    public int change(long id, int seen, Post post, boolean active) {
        Technician one = technicians.get(id);
        one.expect(seen);
        boolean leaves = one.active() && !active;
        int freed = leaves ? free(one) : 0;
        become(one, post, home(post), van(post, id), Set.copyOf(one.territories()));
        if (active) {
            one.comeBack();
        } else {
            one.leave();
        }
        technicians.flush();
        events.tell(new Administered(leaves ? "dispatch.technician-left" : "dispatch.technician-changed", TECHNICIAN, id, leaves ? told(one) + ", " + freed : told(one)));
        return freed;
    }

    private void become(Technician one, Post post, GeoPoint home, StockLocation van, Set<String> served) {
        if (post.calendar() == null || calendars.findCurrent(post.calendar()).isEmpty()) {
            throw new BusinessException("shared.field-unknown-value", "calendar", post.calendar() == null ? "" : post.calendar());
        }
        List<String> known = technicians.territories();
        post.territories().stream().filter(each -> !known.contains(each) && !served.contains(each)).findFirst().ifPresent(each -> {
            throw new BusinessException("shared.field-unknown-value", "territories", each);
        });
        one.posted(home, post.calendar(), van);
        one.qualified(post.abilities(), post.territories(), post.tools());
    }

    private GeoPoint home(Post post) {
        if (post.home() != null) {
            return post.home();
        }
        if (post.town() == null) {
            throw new BusinessException("shared.field-missing", "town");
        }
        return technicians.findLocality(post.town()).map(Locality::middle).orElseThrow(() -> new BusinessException("shared.field-unknown-value", "town", post.town()));
    }

    /** @param self id of whoever may have it already, or null @throws BusinessException {@code dispatch.van-taken}: somebody else works with it */
    private StockLocation van(Post post, Long self) {
        if (post.van() == null) {
            return null;
        }
        StockLocation van = stock.location(post.van());
        technicians.withVan(van.id()).filter(other -> !other.id().equals(self)).ifPresent(other -> {
            throw new BusinessException("dispatch.van-taken", "van", other.user().userName());
        });
        return van;
    }

    /** His visits ahead have nobody until their days are planned again, which begins at once. The days are locked before anything of him is written, as planning does. */
    private int free(Technician one) {
        int freed = 0;
        for (LocalDate day : visits.ahead(one.id(), today()).keySet()) {
            visits.lock(day);
            for (Visit visit : visits.of(one.id(), day)) {
                if (visit.state() == Visit.State.PLANNED) {
                    visit.fix(null, null);
                    ledger.write(visit, VisitEvent.Kind.UNPLANNED, currentUser.name(), one.user().userName());
                    freed++;
                }
            }
            visits.changed(day);
            events.tell(new DayChanged(day, currentUser.name()));
        }
        return freed;
    }

    private static String told(Technician one) {
        return one.user().userName() + ", " + one.calendarCode() + ", " + one.abilities().stream().map(each -> each.lastDay() == null ? each.code() : each.code() + " " + each.lastDay()).toList() + ", " + one.territories() + ", " + one.tools();
    }

    private LocalDate today() {
        return VisitLaw.dayOf(clock.instant());
    }
}
