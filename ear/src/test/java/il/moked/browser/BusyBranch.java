// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import il.moked.As;
import il.moked.branch.Arrival;
import il.moked.branch.Arrival.How;
import il.moked.branch.Arrival.Ticket;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchDays;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.TicketNumber;
import il.moked.branch.VisitReason;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** The branch at Dizengoff: POST with {@code came} lets somebody of that name in, {@code called} has a clerk call and serve the next, {@code yesterday} makes a whole day of it, for a picture. */
@WebServlet("/busy-branch")
public class BusyBranch extends HttpServlet {
    static final String BRANCH = "dizengoff";
    private static final long serialVersionUID = 1;
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");
    private static final int OPENS = 8;
    private static final int VISITS = 140;

    @Inject
    transient Branches branches;
    @Inject
    transient Arrivals arrivals;
    @Inject
    transient BranchDays days;
    @Inject
    transient Customers customers;
    @Inject
    transient Greeting greeting;
    @Inject
    transient CounterWork counters;
    @Inject
    transient Clock clock;
    @Resource
    transient UserTransaction transaction;

    private final transient Random random = new Random(5787);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        try {
            if (request.getParameter("came") != null) {
                came(request.getParameter("came"));
            } else if (request.getParameter("called") != null) {
                called(request.getParameter("called"));
            } else {
                transaction.begin();
                yesterday();
                transaction.commit();
            }
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void came(String name) throws Exception {
        Branch branch = branches.named(BRANCH);
        transaction.begin();
        Customer customer = customer(name, name.length() % 3 == 0 ? Segment.VIP : Segment.PRIVATE);
        transaction.commit();
        As.run("tamar", () -> greeting.checkIn(branch.id(), new Visitor(customer.id(), null, null, null, "information", null, How.GREETER, null)));
    }

    private Customer customer(String name, Segment segment) {
        Customer customer = Customer.person(name, "כהן", null, segment, "he", clock.instant());
        customers.add(customer);
        customers.flush();
        return customer;
    }

    private void called(String clerk) throws Exception {
        Branch branch = branches.named(BRANCH);
        Counter counter = branches.counters(branch.id()).stream().filter(one -> one.clerk().isEmpty() || one.clerk().get().userName().equals(clerk)).findFirst().orElseThrow();
        As.run(clerk, () -> {
            counters.open(counter.id());
            long visit = counters.callNext().orElseThrow().id();
            counters.begin(visit);
        });
    }

    /** More in the morning and at noon, as in any branch; some leave, one goes elsewhere. */
    private void yesterday() {
        Branch branch = branches.named(BRANCH);
        LocalDate day = clock.instant().atZone(ISRAEL).toLocalDate().minusDays(1);
        if (!days.visits(branch.id(), day).isEmpty()) {
            return;
        }
        List<VisitReason> reasons = branches.reasons(branch.id());
        Counter counter = branches.counters(branch.id()).get(0);
        Instant opens = day.atTime(OPENS, 0).atZone(ISRAEL).toInstant();
        for (int number = 1; number <= VISITS; number++) {
            double hour = random.nextBoolean() ? 2 + random.nextGaussian() * 0.9 : 5 + random.nextGaussian() * 1.2;
            Instant at = opens.plus(Duration.ofSeconds((long) (Math.max(0, Math.min(8.9, hour)) * 3600)));
            VisitReason reason = reasons.get(random.nextInt(reasons.size()));
            boolean exception = number % 31 == 0;
            Ticket ticket = new Ticket(branch, day, new TicketNumber(reason.letter(), number), customer("מבקר " + number, number % 9 == 0 ? Segment.VIP : exception ? Segment.LARGE_BUSINESS : Segment.PRIVATE), null, reason, null, number % 4 == 0 ? How.KIOSK : How.GREETER, exception, null);
            if (number % 47 == 0) {
                arrivals.add(Arrival.sentOn(ticket, branches.named("business-tlv"), at));
                continue;
            }
            Arrival arrival = Arrival.atTheDoor(ticket, at);
            Instant called = at.plusSeconds(60 + random.nextInt(1400));
            if (number % 13 == 0) {
                arrival.leave(called);
            } else {
                arrival.callTo(counter, called);
                arrival.begin(called.plusSeconds(20));
                arrival.done(called.plusSeconds(20 + reason.minutes() * 60L));
            }
            arrivals.add(arrival);
        }
    }
}
