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
import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.dispatch.Ability;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Locality;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitKind;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who comes to customers, what is done there, and where towns lie, as administrators keep it. Nothing is deleted: visits name it.
 * A refusal has the field that is wrong as first argument.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class FieldForce {
    /** Kinds of things in the audit and among the versions. */
    public static final String TECHNICIAN = "technician";
    public static final String KIND = "visit-kind";
    public static final String TOWN = "town";
    private static final String TOWNS = "towns";

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
    TownSheet sheet;
    @Inject
    VisitLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    // ---- technicians

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

    // ---- kinds of visits

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

    // ---- towns

    public record TownLine(long number, int version, String code, Locality.Facts facts) {
        static TownLine of(Locality town) {
            return new TownLine(town.number(), town.version(), town.code(), town.facts());
        }

        public String name(String language) {
            return "he".equals(language) ? facts.hebrewName() : facts.englishName();
        }
    }

    private static String told(Locality town) {
        return town.code() + ", " + town.name("he") + " / " + town.name("en") + ", " + town.territory() + ", " + town.middle().latitude() + ", " + town.middle().longitude();
    }

    /** All of them, to choose from. */
    public List<TownLine> towns() {
        return technicians.localities().stream().map(TownLine::of).toList();
    }

    /** By code. @param like part of a code or a name, empty for all @param after code of the last one shown, null for the first page */
    public Page<TownLine> towns(String like, String after, int size) {
        return Page.of(technicians.localities(like, after, size + 1).stream().map(TownLine::of).toList(), size);
    }

    public TownLine town(String code) {
        return TownLine.of(technicians.locality(code));
    }

    /** @throws BusinessException {@code shared.code}, {@code shared.code-taken} */
    public void addTown(String code, Locality.Facts facts) {
        Locality town = new Locality(code, facts);
        if (technicians.findLocality(town.code()).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", town.code());
        }
        technicians.add(town);
        events.tell(new Administered("dispatch.town-added", TOWN, town.number(), told(town)));
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer version */
    public void changeTown(String code, int seen, Locality.Facts facts) {
        Locality town = technicians.locality(code);
        town.expect(seen);
        town.become(facts);
        technicians.flush();
        events.tell(new Administered("dispatch.town-changed", TOWN, town.number(), told(town)));
    }

    /** Reads the whole file and says what would become of it. */
    public Imported tryTowns(InputStream file) {
        return sheet.read(file, true);
    }

    /** Brings it in, all of it or nothing. */
    public Imported bringInTowns(InputStream file) {
        Imported imported = sheet.read(file, false);
        if (imported.good() && imported.created() + imported.changed() > 0) {
            events.tell(new Administered("dispatch.towns-imported", TOWNS, 1L, imported.created() + " + " + imported.changed() + " / " + imported.lines()));
        }
        return imported;
    }
}
