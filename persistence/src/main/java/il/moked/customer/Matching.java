// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks for customers who may be one, by their keys and the policy. */
@ApplicationScoped
public class Matching implements Duplicates {
    private static final int SCREENFUL = 5;
    /** Of those who share a key the ones who share most are compared. */
    private static final int MOST_COMPARED = 100;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    MatchKeys keys;
    @Inject
    DuplicatePairs pairs;
    @Inject
    @ConfigProperty(name = "moked.customer.match-certain", defaultValue = "18")
    double certain;
    @Inject
    @ConfigProperty(name = "moked.customer.match-review", defaultValue = "9")
    double review;

    /** Somebody who may be the same. */
    public record Alike(long customerId, Likeness likeness) {
    }

    /** @param found pairs that are open now and were not before */
    public record Compared(int compared, int found) {
    }

    public MatchingPolicy policy() {
        return new MatchingPolicy(certain, review);
    }

    /** The likeliest first. @param known id of the one who is compared, or null */
    public List<Alike> like(Traits traits, Long known) {
        List<Long> candidates = keys.sharing(Blocking.keys(traits), known).entrySet().stream().sorted(Map.Entry.<Long, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(MOST_COMPARED).map(Map.Entry::getKey).toList();
        MatchingPolicy policy = policy();
        List<Alike> alike = new ArrayList<>();
        keys.traitsOf(candidates).forEach((id, other) -> {
            Likeness likeness = policy.compare(traits, other);
            if (likeness.verdict() != Likeness.Verdict.APART) {
                alike.add(new Alike(id, likeness));
            }
        });
        alike.sort(Comparator.comparingDouble((Alike one) -> -one.likeness().score()).thenComparing(Alike::customerId));
        return alike;
    }

    @Override
    public List<DuplicateWarning> like(Particulars particulars, List<Identifier.Value> identifiers, List<ContactPoint.Written> contactPoints, Long known) {
        Traits.Collecting collecting = Traits.of(particulars);
        identifiers.forEach(identifier -> collecting.with(Traits.Part.DOCUMENT, identifier.country() + identifier.number()));
        contactPoints.forEach(point -> Traits.of(collecting, point.kind(), point.address()));
        return like(collecting.done(), known).stream().limit(SCREENFUL).map(this::warning).toList();
    }

    private DuplicateWarning warning(Alike alike) {
        String name = entities.find(Customer.class, alike.customerId()).displayName();
        List<String> reasons = alike.likeness().reasonsFor().stream().map(item -> item.subject().name().toLowerCase(Locale.ROOT).replace('_', '-')).distinct().toList();
        return new DuplicateWarning(alike.customerId(), name, alike.likeness().verdict() == Likeness.Verdict.CERTAIN, reasons);
    }

    /** Somebody is known now, or other than before: his keys are kept, and those who may be the same are found at once. */
    public Compared changed(long customerId, Instant now) {
        entities.flush();
        Traits traits = keys.traitsOf(Set.of(customerId)).get(customerId);
        if (traits == null) {
            keys.remove(Set.of(customerId));
            return new Compared(0, 0);
        }
        keys.replace(customerId, Blocking.keys(traits));
        Map<Long, Likeness> alike = new LinkedHashMap<>();
        like(traits, customerId).forEach(one -> alike.put(one.customerId(), one.likeness()));
        pairs.openOf(customerId, MOST_COMPARED).forEach(pair -> alike.putIfAbsent(pair.one().id() == customerId ? pair.other().id() : pair.one().id(), null));
        Map<Long, Traits> others = keys.traitsOf(alike.keySet());
        int found = 0;
        for (Map.Entry<Long, Traits> other : others.entrySet()) {
            found += keep(customerId, traits, other.getKey(), other.getValue(), now) ? 1 : 0;
        }
        return new Compared(others.size(), found);
    }

    /** Keys of these are written anew. @return how many keys */
    public int keep(Collection<Long> customers) {
        Map<Long, Set<String>> all = new HashMap<>();
        keys.traitsOf(customers).forEach((id, traits) -> all.put(id, Blocking.keys(traits)));
        keys.replace(all);
        return all.values().stream().mapToInt(Set::size).sum();
    }

    /** All who share one of these keys are compared with each other. Those too many have are passed over. */
    public Compared compare(List<MatchKeys.Shared> shared, Instant now) {
        Map<Long, Set<Long>> candidates = new LinkedHashMap<>();
        Set<Long> all = new java.util.TreeSet<>();
        keys.holders(shared.stream().filter(key -> key.customers() > 1 && key.customers() <= Blocking.MOST_SHARING).map(MatchKeys.Shared::key).toList()).values().forEach(holders -> {
            List<Long> sorted = holders.stream().sorted().toList();
            for (int at = 0; at < sorted.size(); at++) {
                for (int next = at + 1; next < sorted.size(); next++) {
                    candidates.computeIfAbsent(sorted.get(at), any -> new java.util.TreeSet<>()).add(sorted.get(next));
                }
            }
            all.addAll(sorted);
        });
        Map<Long, Traits> traits = keys.traitsOf(all);
        Map<Long, Map<Long, DuplicatePair>> known = pairs.among(all);
        int compared = 0;
        int found = 0;
        for (Map.Entry<Long, Set<Long>> one : candidates.entrySet()) {
            for (Long other : one.getValue()) {
                if (traits.containsKey(one.getKey()) && traits.containsKey(other)) {
                    compared++;
                    found += keep(one.getKey(), traits.get(one.getKey()), other, traits.get(other), known.getOrDefault(one.getKey(), Map.of()).get(other), now) ? 1 : 0;
                }
            }
        }
        return new Compared(compared, found);
    }

    private boolean keep(long one, Traits traits, long other, Traits others, Instant now) {
        return one < other ? keep(one, traits, other, others, pairs.between(one, other).orElse(null), now) : keep(other, others, one, traits, pairs.between(one, other).orElse(null), now);
    }

    private boolean keep(long one, Traits traits, long other, Traits others, DuplicatePair known, Instant now) {
        Likeness likeness = policy().compare(traits, others);
        String fingerprint = Traits.fingerprint(traits, others);
        if (known != null) {
            return known.again(likeness, fingerprint, now);
        }
        if (likeness.verdict() == Likeness.Verdict.APART) {
            return false;
        }
        pairs.add(new DuplicatePair(entities.getReference(Customer.class, one), entities.getReference(Customer.class, other), likeness, fingerprint, now));
        return true;
    }
}
