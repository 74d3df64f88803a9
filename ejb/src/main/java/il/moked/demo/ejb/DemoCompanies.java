// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agreement.Agreement;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.SlaTerms;
import il.moked.company.Companies;
import il.moked.company.CompanyCase;
import il.moked.company.CompanyCases;
import il.moked.company.CompanyGrant;
import il.moked.company.CompanySite;
import il.moked.company.CompanyUser;
import il.moked.company.CompanyUser.Person;
import il.moked.company.Permission;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A business of the demo that follows its calls by itself: three sites, two people, and a year of faults with a few that come again and again. */
@Singleton
@Startup
@DependsOn("DemoBranches")
@PermitAll
public class DemoCompanies {
    private static final SlaTerms TERMS = new SlaTerms(SlaTerms.Source.AGREEMENT, 240, 240, 2880, Calendars.DEFAULT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final List<String> FAULTS = List.of("connection", "connection", "connection", "connection", "dead", "dead", "dead", "error", "error", "slow", "damage", "stops");
    private static final List<String> SUBJECTS = List.of("המסוף לא מתקשר", "המסוף נדלק ונכבה", "הודעת שגיאה בסליקה", "המסוף איטי מאוד", "מסך שבור", "הקורא לא קורא כרטיסים");
    private static final int CALLS = 48;
    private static final int LIVE = 3;
    private static final int DAYS_APART = 7;

    @Inject
    DemoProfile profile;
    @Inject
    Customers customers;
    @Inject
    Companies companies;
    @Inject
    CompanyCases companyCases;
    @Inject
    Cases cases;
    @Inject
    Agreements agreements;
    @Inject
    Branches branches;
    @Inject
    StaffUsers users;
    @Inject
    Clock clock;

    private final BusinessCalendar calendar = Calendars.israeli();

    @PostConstruct
    void seed() {
        if (!profile.active()) {
            return;
        }
        String email = DemoStories.read("organisation.json").getJsonArray("companies").getJsonObject(0).getString("email");
        Customer company = customers.reachedBy(ContactPoint.Kind.EMAIL, email).stream().filter(known -> known.kind() == Customer.Kind.COMPANY).findFirst().orElse(null);
        if (company == null || companies.withEmail(email).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        Long branch = branches.open().stream().filter(each -> each.code().startsWith("business")).map(Branch::id).findFirst().orElse(null);
        List<CompanySite> sites = List.of(site(company, "חנות דיזנגוף", "דיזנגוף 50, תל אביב-יפו", branch, "101"), site(company, "חנות הרצל", "הרצל 14, חיפה", null, "102"), site(company, "מחסן ראשי", "הגפן 8, ראשון לציון", branch, "900"));
        CompanyUser administrator = user(company, new Person("אורית שגב", email, null, "he"), Set.of(CompanyGrant.everywhere(Permission.ADMINISTER)), now);
        long haifa = sites.get(1).id();
        user(company, new Person("Danny Katz", email.replaceFirst("@", ".haifa@"), null, "en"), Set.of(new CompanyGrant(haifa, Permission.SEE), new CompanyGrant(haifa, Permission.OPEN), new CompanyGrant(haifa, Permission.REPORTS)), now);
        Agreement contract = agreements.ofCustomer(company.id(), 1).stream().findFirst().orElse(null);
        if (contract != null) {
            contract.costs(new BigDecimal("1450"));
            contract.level().ifPresent(level -> level.crediting(new BigDecimal("5"), new BigDecimal("25")));
        }
        List<OwnedProduct> owned = agreements.productsOf(company.id(), 10);
        Team team = users.findTeam("business").orElseThrow();
        StaffUser staff = users.findByName("dana").orElseThrow();
        Random random = new Random(7);
        for (int at = CALLS; at >= 1; at--) {
            // in business hours: nobody was late because he was asleep
            boolean live = at <= LIVE;
            Instant received = live ? calendar.subtract(now, Duration.ofHours(5L * at)) : calendar.add(now.minus(Duration.ofDays((long) at * DAYS_APART)).minus(Duration.ofHours(random.nextInt(60))), Duration.ofMinutes(1 + random.nextInt(300)));
            call(company, administrator, sites.get(random.nextInt(10) < 6 ? 0 : random.nextInt(3)), owned.isEmpty() ? null : owned.get(random.nextInt(owned.size())), contract, team, staff, FAULTS.get(random.nextInt(FAULTS.size())), random, received.isAfter(now) ? now : received, live, now);
        }
    }

    private CompanySite site(Customer company, String name, String address, Long branch, String number) {
        CompanySite site = new CompanySite(company.id(), new CompanySite.Facts(name, address, branch, number));
        companies.add(site);
        return site;
    }

    private CompanyUser user(Customer company, Person person, Set<CompanyGrant> grants, Instant now) {
        CompanyUser user = new CompanyUser(company.id(), person, grants, "demo", now);
        user.joined(DemoPassword.hash(), now);
        companies.add(user);
        return user;
    }

    private void call(Customer company, CompanyUser by, CompanySite site, OwnedProduct product, Agreement contract, Team team, StaffUser staff, String fault, Random random, Instant received, boolean live, Instant now) {
        String subject = SUBJECTS.get(Math.floorMod(FAULTS.indexOf(fault) / 2, SUBJECTS.size()));
        About about = new About(ServiceCase.Kind.FAULT, random.nextInt(6) == 0 ? ServiceCase.Severity.HIGH : ServiceCase.Severity.NORMAL, subject, subject + ", " + site.name(), null, product == null ? null : product.id());
        ServiceCase opened = new ServiceCase(cases.nextNumber(), company.id(), about, team, TERMS, contract == null ? null : contract.id(), by.name(), received, received);
        cases.add(opened);
        cases.add(new CaseEvent(opened, CaseEvent.Kind.OPENED, by.name(), null, received));
        CaseClocks its = new CaseClocks(opened, code -> calendar);
        its.received(received);
        Instant answered = earlier(calendar.add(received, Duration.ofMinutes(10 + random.nextInt(280))), now);
        its.answered(answered);
        opened.ownedBy(live ? null : staff, team, its, answered);
        Instant solved = calendar.add(answered, Duration.ofMinutes(90 + random.nextInt(random.nextInt(5) == 0 ? 4200 : 1500)));
        if (!live && solved.isBefore(now)) {
            opened.close(ServiceCase.Cause.FIXED, its, solved);
            cases.add(new CaseEvent(opened, CaseEvent.Kind.CLOSED, staff.userName(), ServiceCase.Cause.FIXED.name(), solved));
        }
        its.settle(now);
        cases.flush();
        companyCases.add(new CompanyCase(opened, product == null ? null : product.sku(), ZONE).openedBy(by, site, companies.fault(fault).orElseThrow(), "demo-" + opened.number()));
        companyCases.flush();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
