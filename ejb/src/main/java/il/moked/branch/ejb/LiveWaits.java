// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.calendar.BusinessCalendar.Span;
import il.moked.customer.Segment;
import il.moked.shared.NotFoundException;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long one waits at each branch. Anybody may ask as often as he likes: each node looks once in a few seconds. */
@ApplicationScoped
public class LiveWaits {
    private static final Duration MEMORY = Duration.ofSeconds(3);
    private static final String ALL = "all";

    private final Remembered<String, List<Listing>> known = new Remembered<>(MEMORY);

    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    BranchChoice choice;
    @Inject
    Clock clock;

    /**
     * @param always open day and night @param until when it closes next; null when it is closed, or always open @param opens null while it is open
     * @param minutes whoever comes now waits about so long; null when no counter is open
     */
    public record Listing(String code, String hebrewName, String englishName, String address, String hebrewTown, String englishTown, String phone, Set<Segment> segments, boolean open, boolean always, Instant until, Instant opens, int waiting, Integer minutes) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public String town(String language) {
            return "he".equals(language) ? hebrewTown : englishTown;
        }
    }

    List<Listing> all() {
        return known.get(ALL, any -> listings(branches.open()));
    }

    Listing of(String code) {
        return all().stream().filter(listing -> listing.code().equals(code)).findFirst().or(() -> listings(branches.findByCode(code).filter(Branch::active).stream().toList()).stream().findFirst()).orElseThrow(() -> new NotFoundException("branch.unknown"));
    }

    private List<Listing> listings(List<Branch> open) {
        Map<Long, BranchChoice.Fitting> live = choice.shown(open, null).stream().collect(Collectors.toMap(BranchChoice.Fitting::branchId, Function.identity()));
        return open.stream().map(branch -> listing(branch, live.get(branch.id()))).toList();
    }

    private Listing listing(Branch branch, BranchChoice.Fitting live) {
        Instant now = clock.instant();
        BusinessCalendar calendar = hours.of(branch);
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        boolean open = calendar.openAt(now);
        boolean always = IntStream.range(0, 7).allMatch(day -> calendar.hours(today.plusDays(day)).equals(List.of(Hours.ALL_DAY)));
        Instant until = always ? null : calendar.spans(today).stream().filter(span -> span.holds(now)).map(Span::to).findFirst().orElse(null);
        return new Listing(branch.code(), branch.name("he"), branch.name("en"), branch.address(), branch.town().name("he"), branch.town().name("en"), branch.phone().orElse(null), branch.segments(), open, always, until, live.opens(), live.waiting(), live.minutes());
    }
}
