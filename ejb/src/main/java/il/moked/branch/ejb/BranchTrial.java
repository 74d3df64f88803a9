// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.RecentVisits;
import il.moked.branch.RecentVisits.Came;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.routing.ActiveRules;
import il.moked.routing.BranchRules;
import il.moked.routing.BranchRulesText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a draft of the rules of branches would have said to those who came yesterday and today. Nothing is changed by it. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class BranchTrial {
    @Inject
    ActiveRules rules;
    @Inject
    Branches branches;
    @Inject
    RecentVisits visits;
    @Inject
    KnownFacts facts;
    @Inject
    Clock clock;
    /** Zone in which days are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param line null when none decided @param before and @param after how many it decided on, in force and by the draft */
    public record Used(String line, int before, int after) {
    }

    /** Who came to a branch, and how many of them it fits. */
    public record Place(String hebrewName, String englishName, int came, int before, int after) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param cut whether there were more than are looked at @param changed to how many the draft says something else @param before and @param after how many the branch fits they came to */
    public record Outcome(LocalDate since, int came, boolean cut, int changed, int before, int after, List<Place> places, List<Used> used) {
    }

    /** @throws il.moked.shared.BusinessException with the field of the draft that is wrong */
    public Outcome of(String content) {
        BranchRules now = rules.branches();
        BranchRules draft = BranchRulesText.read(now.version() + 1, content);
        LocalDate since = clock.instant().atZone(zone).toLocalDate().minusDays(1);
        List<Came> all = visits.since(since);
        List<Came> came = all.subList(0, Math.min(all.size(), RecentVisits.MOST));
        Map<Long, Branch> known = branches.all().stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        Map<Long, Map<Fact, Long>> told = facts.of(came.stream().map(Came::customerId).filter(Objects::nonNull).distinct().toList());
        Map<String, int[]> used = new HashMap<>();
        Map<Long, int[]> places = new HashMap<>();
        int changed = 0;
        for (Came one : came) {
            Segment segment = one.segment() == null ? Segment.PRIVATE : one.segment();
            Long employees = one.customerId() == null ? null : told.getOrDefault(one.customerId(), Map.of()).get(Fact.EMPLOYEES);
            BranchRules.Visitor visitor = new BranchRules.Visitor(segment, employees == null ? OptionalLong.empty() : OptionalLong.of(employees), null, one.reason());
            BranchRules.Choice before = now.choose(visitor);
            BranchRules.Choice after = draft.choose(visitor);
            used.computeIfAbsent(Objects.toString(before.line(), ""), line -> new int[2])[0]++;
            used.computeIfAbsent(Objects.toString(after.line(), ""), line -> new int[2])[1]++;
            int[] place = places.computeIfAbsent(one.branchId(), branch -> new int[3]);
            place[0]++;
            place[1] += BranchChoice.fits(before, known.get(one.branchId()), segment) ? 1 : 0;
            place[2] += BranchChoice.fits(after, known.get(one.branchId()), segment) ? 1 : 0;
            changed += before.branches().equals(after.branches()) && Objects.equals(before.group(), after.group()) ? 0 : 1;
        }
        List<Place> counted = new ArrayList<>();
        places.forEach((branch, counts) -> counted.add(new Place(known.get(branch).name("he"), known.get(branch).name("en"), counts[0], counts[1], counts[2])));
        counted.sort(Comparator.comparing(Place::hebrewName));
        return new Outcome(since, came.size(), all.size() > came.size(), changed, counted.stream().mapToInt(Place::before).sum(), counted.stream().mapToInt(Place::after).sum(), List.copyOf(counted),
                used.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> new Used(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()[0], entry.getValue()[1])).toList());
    }
}
