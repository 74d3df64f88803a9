// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import static il.moked.ivr.ejb.MenuTexts.isolated;

import il.moked.branch.ejb.BranchDirectory;
import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.channel.ChannelAccount;
import il.moked.order.Orders.OrderSummary;
import il.moked.order.SaleOrder;
import il.moked.order.ejb.OrderReading;
import il.moked.routing.WorkItems;
import il.moked.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What menus answer without anybody, from where the site and the agents have it, in sentences to be spoken. */
@ApplicationScoped
class CallerAnswers {
    private static final int MOST_ORDERS = 50;
    private static final int MOST_CASES = 3;

    @Inject
    OrderReading orders;
    @Inject
    Cases cases;
    @Inject
    BranchDirectory branches;
    @Inject
    Calendars calendars;
    @Inject
    WorkItems workItems;
    @Inject
    MenuTexts texts;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    String zone;

    String balance(long customerId, String language) {
        List<OrderSummary> open = open(customerId);
        if (open.isEmpty()) {
            return texts.text("balance-none", language);
        }
        OrderSummary oldest = open.get(0);
        if (open.size() == 1) {
            return texts.text("balance-one", language, spoken(oldest.open(), language), isolated(oldest.number()));
        }
        String total = open.stream().collect(Collectors.groupingBy(order -> order.open().currency(), java.util.TreeMap::new, Collectors.mapping(OrderSummary::open, Collectors.toList()))).values().stream()
                .map(sums -> spoken(sums.stream().reduce(Money::plus).orElseThrow(), language)).collect(Collectors.joining(", "));
        return texts.text("balance-several", language, open.size(), total, spoken(oldest.open(), language), isolated(oldest.number()));
    }

    /** What he owes most urgently: the oldest that is not paid. */
    Optional<OrderSummary> toPay(long customerId) {
        return open(customerId).stream().findFirst();
    }

    private List<OrderSummary> open(long customerId) {
        return orders.ofCustomer(customerId, null, MOST_ORDERS).rows().stream().filter(order -> order.state() != SaleOrder.State.CANCELLED && order.open().positive()).sorted(Comparator.comparing(OrderSummary::createdAt)).toList();
    }

    String order(long customerId, String language) {
        return orders.ofCustomer(customerId, null, 1).rows().stream().findFirst()
                .map(last -> texts.text("order-line", language, isolated(last.number()), isolated(day(last.createdAt(), ZoneId.of(zone))), texts.text("order-state-" + last.state(), language))).orElseGet(() -> texts.text("order-none", language));
    }

    String openCases(long customerId, String language) {
        List<CaseLine> live = cases.liveOf(customerId, MOST_CASES);
        return live.isEmpty() ? texts.text("cases-none", language) : live.stream().map(line -> texts.text("case-line", language, isolated(line.number()), texts.text("case-state-" + standing(line), language))).collect(Collectors.joining(" "));
    }

    private static String standing(CaseLine line) {
        return switch (line.state()) {
            case WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT -> "WAITING";
            case SOLVED, CLOSED -> "SOLVED";
            case NEW, OPEN, REOPENED -> "OPEN";
        };
    }

    String hours(ChannelAccount account, String language) {
        BusinessCalendar calendar = calendars.first(account.calendar().orElse(null), workItems.queue(account.queueId()).calendar().orElse(null));
        Instant now = clock.instant();
        if (calendar.openAt(now)) {
            Instant until = calendar.closing(now);
            return until == null ? texts.text("open", language) : texts.text("open-until", language, isolated(time(until, calendar.zone())));
        }
        Instant opens = calendar.nextOpening(now);
        return opens == null ? texts.text("closed", language) : texts.text("closed-until", language, isolated(day(opens, calendar.zone())), isolated(time(opens, calendar.zone())));
    }

    String branch(String code, String language) {
        Listing branch = branches.get(code).listing();
        ZoneId there = ZoneId.of(zone);
        String name = branch.name(language);
        if (branch.open()) {
            return branch.until() == null ? texts.text("branch-open", language, name) : texts.text("branch-open-until", language, name, isolated(time(branch.until(), there)), branch.address());
        }
        return branch.opens() == null ? texts.text("branch-closed", language, name) : texts.text("branch-closed-until", language, name, isolated(day(branch.opens(), there)), isolated(time(branch.opens(), there)));
    }

    static String spoken(Money money, String language) {
        return isolated(money.format(language));
    }

    private static String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("d.M", Locale.ROOT).format(at.atZone(zone));
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).format(at.atZone(zone));
    }
}
