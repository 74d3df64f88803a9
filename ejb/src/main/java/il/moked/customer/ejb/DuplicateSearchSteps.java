// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.CustomerMerge;
import il.moked.customer.DuplicatePair;
import il.moked.customer.DuplicatePairs;
import il.moked.customer.DuplicateSearch;
import il.moked.customer.DuplicateSearches;
import il.moked.customer.MatchKeys;
import il.moked.customer.Matching;
import il.moked.customer.Merges;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A search among all customers step by step, each step a transaction of its own and small enough to be done again. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class DuplicateSearchSteps {
    private static final int CUSTOMERS_A_STEP = 500;
    private static final int KEYS_A_STEP = 1000;
    /** A node that has not done a step for so long is taken to be gone. */
    private static final Duration HELD = Duration.ofSeconds(60);
    /** Longer than any transaction may last: after that no row for the one who went can still come. */
    private static final Duration LATE = Duration.ofMinutes(15);
    private static final int MOST_LATE = 200;

    @Inject
    DuplicateSearches searches;
    @Inject
    MatchKeys keys;
    @Inject
    Matching matching;
    @Inject
    DuplicatePairs pairs;
    @Inject
    Merges merges;
    @Inject
    MergeSteps steps;
    @Inject
    Clock clock;

    /** @param node that asks @return whether there is a further step for it to do */
    public boolean next(String node) {
        Instant now = clock.instant();
        Optional<DuplicateSearch> running = searches.runningLocked().filter(search -> search.hold(node, now, now.plus(HELD)));
        running.ifPresent(search -> {
            switch (search.phase()) {
                case KEYS -> writeKeys(search);
                case PAIRS -> compare(search, now);
                default -> merge(search, now);
            }
        });
        return running.filter(search -> !search.ended()).isPresent();
    }

    private void writeKeys(DuplicateSearch search) {
        List<Long> batch = keys.customers(search.afterCustomer(), search.lastCustomer(), CUSTOMERS_A_STEP);
        int written = matching.keep(batch);
        search.wrote(batch.isEmpty() ? Optional.empty() : Optional.of(batch.get(batch.size() - 1)), batch.size(), written);
    }

    private void compare(DuplicateSearch search, Instant now) {
        List<MatchKeys.Shared> batch = keys.page(search.afterKey(), KEYS_A_STEP);
        Matching.Compared compared = matching.compare(batch, now);
        search.compared(batch.isEmpty() ? Optional.empty() : Optional.of(batch.get(batch.size() - 1).key()), batch.stream().mapToLong(MatchKeys.Shared::customers).sum(), compared, now);
    }

    /** One pair a step: two who cannot be merged after all leave the others alone. The older card goes on. */
    private void merge(DuplicateSearch search, Instant now) {
        List<DuplicatePair> next = pairs.certain(search.afterPair(), 1);
        if (next.isEmpty()) {
            search.merged(Optional.empty(), false, now);
            return;
        }
        long pair = next.get(0).id();
        long older = next.get(0).one().id();
        long newer = next.get(0).other().id();
        search.merged(Optional.of(pair), mergeable(next.get(0)), now);
        if (mergeable(next.get(0))) {
            steps.merge(MergeSteps.Choice.plain(older, newer), CustomerMerge.Origin.AUTOMATIC, search.startedBy());
        }
    }

    private static boolean mergeable(DuplicatePair pair) {
        return !pair.one().merged() && !pair.other().merged() && pair.one().kind() == pair.other().kind();
    }

    /** Merges whose one who went may still have got a row from somebody who had read him before. */
    public List<Long> lately() {
        return merges.since(clock.instant().minus(LATE), MOST_LATE);
    }

    /** What came for the one who went after he had gone follows him. @throws BusinessException {@code customer.unknown-merge} */
    public int follow(long mergeId) {
        CustomerMerge merge = merges.getLocked(mergeId);
        return merge.undoneAt().isPresent() ? 0 : merges.moveRows(merge);
    }
}
