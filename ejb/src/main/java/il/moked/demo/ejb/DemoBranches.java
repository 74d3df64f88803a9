// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.branch.AppointmentCapacity;
import il.moked.branch.Appointments;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.VisitReason;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Technicians;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The demo's two branches, one for private customers and one for large businesses, with their people. They are open day and night, so that the demo works at any hour. */
@Singleton
@Startup
@DependsOn("DemoDispatch")
@PermitAll
public class DemoBranches {
    private static final String ALWAYS = "always";
    private static final int PLACES = 2;

    @Inject
    DemoProfile profile;
    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    Branches branches;
    @Inject
    Appointments appointments;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Technicians technicians;
    @Inject
    Clock clock;

    @PostConstruct
    void seed() {
        if (!profile.active() || !branches.all().isEmpty()) {
            return;
        }
        String hash = DemoPassword.hash();
        Branch dizengoff = branch("dizengoff", "סניף דיזנגוף", "Dizengoff branch", "דיזנגוף 99", "tel-aviv", new GeoPoint(32.0797, 34.7740), "03-555-0201", Set.of(Segment.PRIVATE, Segment.VIP, Segment.SMALL_BUSINESS));
        Branch business = branch("business-tlv", "סניף עסקים תל אביב", "Business branch Tel Aviv", "מנחם בגין 132", "tel-aviv", new GeoPoint(32.0741, 34.7922), "03-555-0202", Set.of(Segment.LARGE_BUSINESS));
        people(dizengoff, hash, List.of(List.of("tamar", "תמר כהן", "Tamar Cohen"), List.of("gil", "גיל רוזן", "Gil Rosen"), List.of("rivka", "רבקה אזולאי", "Rivka Azoulay")));
        people(business, hash, List.of(List.of("amit", "עמית שלו", "Amit Shalev"), List.of("shani", "שני פרץ", "Shani Peretz"), List.of("omer", "עומר דגן", "Omer Dagan")));
        VisitReason information = reason("information", "מידע ובירורים", "Information", "A", 6, 1);
        VisitReason purchase = reason("purchase", "רכישה והצטרפות", "Purchase", "B", 15, 2);
        VisitReason support = reason("support", "תקלה ותמיכה", "Support", "C", 12, 3);
        VisitReason bill = reason("bill", "חשבון ותשלום", "Bill and payment", "D", 8, 4);
        branches.flush();
        for (Branch branch : List.of(dizengoff, business)) {
            for (int number = 1; number <= 3; number++) {
                branches.add(new Counter(branch, number, "service"));
            }
            for (VisitReason reason : List.of(information, purchase, support, bill)) {
                for (DayOfWeek weekday : DayOfWeek.values()) {
                    for (int hour = 0; hour < 24; hour++) {
                        appointments.add(new AppointmentCapacity(branch, reason, weekday, hour, PLACES));
                    }
                }
            }
        }
    }

    private Branch branch(String code, String hebrew, String english, String address, String town, GeoPoint location, String phone, Set<Segment> segments) {
        Team team = new Team("branch-" + code, hebrew, english);
        users.add(team);
        WorkQueue queue = new WorkQueue("branch-" + code, hebrew, english, team);
        queue.openBy(ALWAYS);
        workItems.add(queue);
        ChannelAccount account = new ChannelAccount("branch-" + code, Channel.BRANCH, hebrew, english, null, "he", queue.id());
        account.openBy(ALWAYS);
        accounts.add(account);
        Branch branch = new Branch(code, new Branch.Facts(hebrew, english, address, technicians.locality(town), location, phone, ALWAYS, segments, true), team.id(), queue.id(), account.id());
        branches.add(branch);
        return branch;
    }

    private void people(Branch branch, String hash, List<List<String>> names) {
        Instant now = clock.instant();
        Team team = users.team(branch.teamId());
        for (List<String> name : names) {
            boolean greeter = name == names.get(0);
            StaffUser user = new StaffUser(name.get(0), name.get(1), name.get(2), hash, team, greeter ? Set.of(Role.AGENT, Role.SUPERVISOR) : Set.of(Role.AGENT));
            users.add(user);
            agents.add(new Agent(user, team, now));
        }
    }

    private VisitReason reason(String code, String hebrew, String english, String letter, int minutes, int place) {
        VisitReason reason = new VisitReason(code, null, new VisitReason.Terms(hebrew, english, null, letter, minutes, place));
        branches.add(reason);
        return reason;
    }
}
