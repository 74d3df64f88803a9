// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.StockMovement;
import il.moked.customer.Customers;
import il.moked.dispatch.FirstFix;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The demo's technicians with their vans, their visits of what is left of the day and of the next one on which visits are allowed, and what they fixed before. */
@Singleton
@Startup
@DependsOn("DemoShop")
@PermitAll
public class DemoDispatch {
    private static final String ROUTER = "RTR-AX3000";
    private static final int PAST = 24;
    /** Before the day of visits ends by so much a window begins: two hours of it, and the way home. */
    private static final Duration HOME_BY = Duration.ofHours(5);
    private static final List<List<String>> TOWNS = List.of(List.of("tel-aviv", "ramat-gan", "petah-tikva", "holon"), List.of("rishon-lezion", "rehovot", "ness-ziona", "bat-yam"), List.of("herzliya", "raanana", "kfar-saba", "netanya"), List.of("jerusalem", "mevaseret", "beit-shemesh", "jerusalem"));
    private static final List<String> STREETS = List.of("הרצל 14", "ויצמן 3, כניסה ב", "שדרות בן גוריון 27", "הגפן 8", "רוטשילד 41, קומה 2", "האלון 5", "ז'בוטינסקי 102", "העצמאות 16");

    @Inject
    DemoProfile profile;
    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    Technicians technicians;
    @Inject
    Visits visits;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    Products products;
    @Inject
    Stock stock;
    @Inject
    Clock clock;

    private Instant now;
    private int visited;

    @PostConstruct
    void seed() {
        if (!profile.active() || !technicians.working().isEmpty()) {
            return;
        }
        now = clock.instant();
        Team field = new Team("field", "טכנאי שטח", "Field technicians");
        users.add(field);
        String hash = DemoPassword.hash();
        List<Technician> crew = List.of(
                technician("moshe", "משה ביטון", "Moshe Biton", hash, field, "tel-aviv", List.of("center", "sharon"), true),
                technician("lena", "לנה קוגן", "Lena Kogan", hash, field, "rishon-lezion", List.of("center", "south"), false),
                technician("yusuf", "יוסוף חטיב", "Yusuf Khatib", hash, field, "kfar-saba", List.of("sharon", "north"), true),
                technician("avi", "אבי אדרי", "Avi Edri", hash, field, "jerusalem", List.of("jerusalem", "center"), false));
        List<ServiceCase> matters = matters();
        if (matters.isEmpty()) {
            return;
        }
        LocalDate today = VisitLaw.dayOf(now);
        LocalDate next = today.plusDays(1);
        while (VisitLaw.hoursOf(next).isEmpty()) {
            next = next.plusDays(1);
        }
        plan(crew, matters, today);
        plan(crew, matters, next);
        past(crew, matters);
    }

    private Technician technician(String name, String hebrew, String english, String hash, Team field, String home, List<String> territories, boolean electrician) {
        StaffUser user = new StaffUser(name, hebrew, english, hash, field, Set.of(Role.AGENT));
        users.add(user);
        agents.add(new Agent(user, field, now));
        StockLocation van = new StockLocation("van-" + name, "הרכב של " + hebrew, "Van of " + english, StockLocation.Kind.VAN, stock.locations().size() + 1);
        stock.add(van);
        stock.flush();
        products.findBySku(ROUTER).ifPresent(router -> load(router, van));
        Technician one = new Technician(user, technicians.locality(home).middle(), Calendars.DEFAULT, van).able("repair", null).able("installation", null).able("logistics", null).carries("drill");
        if (electrician) {
            one.able("electrician", VisitLaw.dayOf(now).plusMonths(7)).carries("multimeter");
        }
        territories.forEach(one::worksIn);
        technicians.add(one);
        return one;
    }

    private void load(Product router, StockLocation van) {
        stock.locked(router.id(), van.id(), now);
        stock.receive(router.id(), van.id(), 2, now);
        stock.add(new StockMovement(router.id(), van.id(), StockMovement.Kind.RECEIVED, 2, 0, "opening", "moked", now));
    }

    private List<ServiceCase> matters() {
        List<ServiceCase> found = new ArrayList<>();
        for (long customer : customers.idsAfter(0, Long.MAX_VALUE, 200)) {
            for (CaseLine line : cases.ofCustomer(customer, null, 5).rows()) {
                if (line.state().live()) {
                    found.add(cases.get(line.id()));
                }
            }
        }
        return found;
    }

    /** Three each, as far as the day still goes; of the last technician one comes too late, and for one more nobody is free. */
    private void plan(List<Technician> crew, List<ServiceCase> matters, LocalDate day) {
        List<Instant> windows = VisitLaw.hoursOf(day).stream().flatMap(open -> Stream.iterate(open.from(), from -> !from.plus(HOME_BY).isAfter(open.to()), from -> from.plus(VisitLaw.LONGEST_WAIT))).filter(from -> from.isAfter(now.plus(Duration.ofHours(1)))).limit(3).toList();
        for (int who = 0; who < crew.size(); who++) {
            for (int turn = 0; turn < windows.size(); turn++) {
                Instant from = windows.get(turn);
                Visit visit = visit(matters.get(visited % matters.size()), TOWNS.get(who).get(turn), visited, turn == 1 ? "installation" : "repair", from);
                visit.plan(crew.get(who), who == 3 && turn == 1 ? from.plus(Duration.ofMinutes(135)) : from.plus(Duration.ofMinutes(35L + 10 * who)));
                visited++;
            }
        }
        if (!windows.isEmpty()) {
            visit(matters.get(visited % matters.size()), "eilat", visited, "electricity", windows.get(0));
        }
    }

    private Visit visit(ServiceCase of, String town, int at, String kind, Instant from) {
        Visit visit = new Visit(visits.nextNumber(), of, new Visit.Need(technicians.kind(kind), ROUTER, STREETS.get(at % STREETS.size()), at % 3 == 0 ? "קוד בכניסה 1948, לצלצל לפני שעולים" : "", technicians.locality(town), null, kind.equals("installation") ? Map.of(ROUTER, 1) : Map.of(), at % 4 == 0 ? 2 : 0, null), from, from.plus(VisitLaw.LONGEST_WAIT), "dana", now);
        visits.add(visit);
        visits.flush();
        visits.add(new VisitEvent(visit, VisitEvent.Kind.BOOKED, "dana", null, now));
        return visit;
    }

    /** One of each case, some weeks ago. */
    private void past(List<Technician> crew, List<ServiceCase> matters) {
        VisitLaw law = new VisitLaw(300, 600, 100);
        for (int i = 0; i < Math.min(PAST, matters.size()); i++) {
            LocalDate day = VisitLaw.dayOf(now).minusDays(35 + 2L * i);
            while (VisitLaw.hoursOf(day).isEmpty()) {
                day = day.minusDays(1);
            }
            Instant from = VisitLaw.hoursOf(day).get(0).from();
            Visit visit = visit(matters.get(i), TOWNS.get(i % 4).get(i % 3), i, i % 2 == 0 ? "repair" : "installation", from);
            visit.plan(crew.get(i % 4), from.plus(Duration.ofMinutes(30)));
            visit.setOut(from.plus(Duration.ofMinutes(5)));
            visit.arrive(law, from.plus(Duration.ofMinutes(32)));
            Visit.Cause cause = i % 4 == 3 ? Visit.Cause.values()[i / 4 % 5] : null;
            visit.end(cause, null, cause == null ? "demo" : null, cause == null ? "M10,40 L40,20 L70,45 L110,25" : null, from.plus(Duration.ofMinutes(80)));
            visits.add(new FirstFix(visit));
        }
    }
}
