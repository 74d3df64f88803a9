// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.DuplicateSearch;
import il.moked.customer.DuplicateSearches;
import il.moked.customer.MatchKeys;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** All customers are searched for duplicates: started and stopped by a supervisor, done by {@link DuplicateSearchSteps}. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class DuplicateSearching {
    @Inject
    DuplicateSearches searches;
    @Inject
    MatchKeys keys;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param percent done @param left until the end at the pace so far; null before anything can be said, or when it has ended @param endedAt null while it runs */
    public record Progress(long id, DuplicateSearch.Phase phase, int percent, int customers, long compared, int found, int merged, String startedBy, Instant startedAt, Instant endedAt, Duration left) {
        static Progress of(DuplicateSearch search, Instant now) {
            long seconds = Duration.between(search.startedAt(), now).toSeconds();
            boolean guess = !search.ended() && search.percent() >= 2 && seconds >= 5;
            return new Progress(search.id(), search.phase(), search.percent(), search.customers(), search.compared(), search.found(), search.merged(), search.startedBy(), search.startedAt(), search.endedAt().orElse(null),
                    guess ? Duration.ofSeconds(seconds * (100 - search.percent()) / search.percent()) : null);
        }

        public boolean running() {
            return endedAt == null;
        }
    }

    /** The last search, running or ended. */
    public Optional<Progress> last() {
        return searches.last().map(search -> Progress.of(search, clock.instant()));
    }

    /** @param mergeCertain whether who is near-certainly one is merged at once @throws BusinessException {@code customer.search-runs} */
    public void start(boolean mergeCertain) {
        if (searches.runningLocked().isPresent()) {
            throw new BusinessException("customer.search-runs");
        }
        DuplicateSearch search = new DuplicateSearch(mergeCertain, keys.lastCustomer(), currentUser.name(), clock.instant());
        searches.add(search);
        events.tell(new SearchActed(search.id(), "customer.search-started", mergeCertain ? "merging" : null));
    }

    /** @throws BusinessException {@code customer.search-ended} */
    public void stop() {
        DuplicateSearch search = searches.runningLocked().orElseThrow(() -> new BusinessException("customer.search-ended"));
        search.stop(clock.instant());
        events.tell(new SearchActed(search.id(), "customer.search-stopped", search.percent() + "%"));
    }
}
