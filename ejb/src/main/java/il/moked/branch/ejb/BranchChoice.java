// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.VisitReason;
import il.moked.calendar.BusinessCalendar;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.routing.ActiveRules;
import il.moked.routing.BranchRules;
import il.moked.routing.ExpectedWait;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Which branches fit a customer, by the rules in force: advice with the live wait and the way there, never a refusal. */
@ApplicationScoped
public class BranchChoice {
    private static final int MOST_SHOWN = 10;
    /** Where no reason says it. */
    private static final int USUAL_MINUTES = 10;

    @Inject
    ActiveRules rules;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    KnownFacts facts;
    @Inject
    BranchHours hours;
    @Inject
    Clock clock;

    /**
     * A branch that fits.
     *
     * @param waiting how many wait there @param minutes whoever comes now waits about so long; null when no counter is open @param kilometres as the crow flies, null when nobody knows from where
     */
    public record Fitting(long branchId, String code, String hebrewName, String englishName, String address, String phone, boolean open, Instant opens, int waiting, Integer minutes, Double kilometres) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param here whether the branch asked about is among them @param line of the rules that decided, null when none did @param version of the rules @param group of counters, or null @param branches those that fit, best first */
    public record Advice(boolean here, String line, int version, String group, List<Fitting> branches) {
    }

    /** What the rules say, without a look at the lines. */
    record Fit(boolean here, BranchRules.Choice choice) {
    }

    /** @param at where he stands, or null @param customer or null when nobody is known @param product code, or null @param reason or null */
    public Advice advise(Branch at, Customer customer, String product, VisitReason reason) {
        return advise(at, at == null ? null : at.location(), customer == null ? Segment.PRIVATE : customer.segment(), employees(customer), product, reason == null ? null : reason.code());
    }

    /** @param from where he is, or null */
    public Advice advise(Branch at, GeoPoint from, Segment segment, OptionalLong employees, String product, String reason) {
        BranchRules.Choice choice = rules.branches().choose(new BranchRules.Visitor(segment, employees, product, reason));
        List<Branch> fitting = branches.open().stream().filter(branch -> fits(choice, branch, segment)).toList();
        boolean here = at != null && fitting.contains(at);
        Comparator<Branch> best = Comparator.comparingInt((Branch branch) -> choice.branches().indexOf(branch.code())).thenComparingDouble(branch -> from == null ? 0 : branch.location().kilometresTo(from)).thenComparing(Branch::code);
        return new Advice(here, choice.line(), choice.version(), choice.group(), shown(fitting.stream().sorted(best).limit(MOST_SHOWN).toList(), from));
    }

    Fit fit(Branch at, Customer customer, VisitReason reason) {
        Segment segment = customer == null ? Segment.PRIVATE : customer.segment();
        BranchRules.Choice choice = rules.branches().choose(new BranchRules.Visitor(segment, employees(customer), null, reason.code()));
        return new Fit(fits(choice, at, segment), choice);
    }

    static boolean fits(BranchRules.Choice choice, Branch branch, Segment segment) {
        return choice.branches().isEmpty() ? branch.isFor(segment) : choice.branches().contains(branch.code());
    }

    private OptionalLong employees(Customer customer) {
        return customer == null ? OptionalLong.empty() : employees(facts.of(customer.id()).get(Fact.EMPLOYEES));
    }

    private static OptionalLong employees(Long known) {
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /** Branches as they are shown to whoever looks for one. Three reads, however many they are. @param from where he is, or null */
    List<Fitting> shown(List<Branch> wanted, GeoPoint from) {
        Instant now = clock.instant();
        Map<Long, Integer> waiting = arrivals.waiting();
        Map<Long, Integer> staffed = branches.staffed();
        List<VisitReason> reasons = branches.allReasons();
        return wanted.stream().map(branch -> {
            BusinessCalendar calendar = hours.of(branch);
            int before = waiting.getOrDefault(branch.id(), 0);
            boolean open = calendar.openAt(now);
            return new Fitting(branch.id(), branch.code(), branch.name("he"), branch.name("en"), branch.address(), branch.phone().orElse(null), open, open ? null : calendar.nextOpening(now), before,
                    minutes(wait(branch, staffed.getOrDefault(branch.id(), 0), before, reasons)), from == null ? null : Math.round(branch.location().kilometresTo(from) * 10) / 10.0);
        }).toList();
    }

    /** How long whoever comes behind so many waits, in minutes; null when no counter is open. */
    Integer minutes(Branch branch, int before) {
        return minutes(wait(branch, branches.staffed(branch.id()), before, branches.reasons(branch.id())));
    }

    private static Duration wait(Branch branch, int staffed, int before, List<VisitReason> reasons) {
        double usual = reasons.stream().filter(reason -> reason.active() && reason.branchId().map(branch.id()::equals).orElse(true)).mapToInt(VisitReason::minutes).average().orElse(USUAL_MINUTES);
        return new ExpectedWait(staffed, Duration.ofSeconds(Math.round(usual * 60)), null).behind(before).orElse(null);
    }

    private static Integer minutes(Duration wait) {
        return wait == null ? null : Integer.valueOf((int) ((wait.toSeconds() + 59) / 60));
    }
}
