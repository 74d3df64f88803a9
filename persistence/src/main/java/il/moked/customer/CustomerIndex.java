// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.SoughtCustomer.Fit;
import il.moked.shared.SweptIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

/**
 * Where customers are found by what was typed. Each kind of fit is a query of its own, in the order of their places, so that
 * a page begins where the one before ended and costs the same however many there are. What comes from here is read again
 * from the database before anybody sees it.
 */
@ApplicationScoped
public class CustomerIndex implements SweptIndex {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    Customers customers;

    /** @param place where he stands among those that fit as well */
    public record Hit(Long id, Long place) {
    }

    private record Known(Long id, String digest) {
    }

    /** Those that fit so well and no better, in the order of their places. @param after a place; 0 for the beginning */
    public List<Hit> find(SoughtCustomer sought, Fit fit, long after, int most) {
        SearchScope<Customer> scope = Search.session(entities).scope(Customer.class);
        SearchPredicateFactory f = scope.predicate();
        List<Map<Fit, SearchPredicate>> parts = sought.parts().stream().map(part -> ways(f, part)).toList();
        SearchPredicate all = all(f, parts, fit);
        if (all == null) {
            return List.of();
        }
        SearchPredicate better = fit == Fit.WHOLE ? null : all(f, parts, Fit.values()[fit.ordinal() - 1]);
        return Search.session(entities).search(scope).select(s -> s.composite().from(s.id(Long.class), s.field(CustomerDocument.PLACE, Long.class)).as(Hit::new))
                .where((found, root) -> {
                    root.add(all);
                    root.add(found.range().field(CustomerDocument.PLACE).greaterThan(after));
                    if (better != null) {
                        root.add(found.not(better));
                    }
                })
                .sort(s -> s.field(CustomerDocument.PLACE)).fetchHits(most);
    }

    /** That every part fits at least so well; null when one of them cannot. */
    private static SearchPredicate all(SearchPredicateFactory f, List<Map<Fit, SearchPredicate>> parts, Fit fit) {
        List<SearchPredicate> each = new ArrayList<>();
        for (Map<Fit, SearchPredicate> ways : parts) {
            List<SearchPredicate> open = ways.entrySet().stream().filter(way -> way.getKey().compareTo(fit) <= 0).map(Map.Entry::getValue).toList();
            if (open.isEmpty()) {
                return null;
            }
            each.add(any(f, open));
        }
        return every(f, each);
    }

    private static SearchPredicate any(SearchPredicateFactory f, List<SearchPredicate> ways) {
        return ways.size() == 1 ? ways.get(0) : f.bool().with(or -> ways.forEach(or::should)).toPredicate();
    }

    private static SearchPredicate every(SearchPredicateFactory f, List<SearchPredicate> all) {
        return all.size() == 1 ? all.get(0) : f.bool().with(and -> all.forEach(and::filter)).toPredicate();
    }

    private static Map<Fit, SearchPredicate> ways(SearchPredicateFactory f, SoughtCustomer.Part part) {
        Map<Fit, List<SearchPredicate>> ways = new EnumMap<>(Fit.class);
        if (part instanceof SoughtCustomer.Word word) {
            word(f, word, ways);
        } else if (part instanceof SoughtCustomer.Number number) {
            number(f, number, ways);
        } else if (part instanceof SoughtCustomer.Address address) {
            address(f, address, ways);
        }
        Map<Fit, SearchPredicate> one = new EnumMap<>(Fit.class);
        ways.forEach((fit, several) -> one.put(fit, any(f, several)));
        return one;
    }

    private static void word(SearchPredicateFactory f, SoughtCustomer.Word word, Map<Fit, List<SearchPredicate>> ways) {
        put(ways, Fit.WHOLE, f.terms().field(CustomerDocument.WORDS).matchingAny(word.letters()).toPredicate());
        put(ways, Fit.BEGINNING, f.prefix().field(CustomerDocument.WORDS).matching(word.letters()).toPredicate());
        List<String> heard = new ArrayList<>(word.sounds());
        heard.add(word.letters());
        put(ways, Fit.SOUND, f.terms().field(CustomerDocument.LOOSE).matchingAny(heard).toPredicate());
        if (!word.bare().isEmpty()) {
            put(ways, Fit.SOUND, f.terms().field(CustomerDocument.WORDS).matchingAny(word.bare()).toPredicate());
        }
        put(ways, Fit.FRAGMENT, f.prefix().field(CustomerDocument.ENDS).matching(word.letters()).toPredicate());
        if (word.inAddress()) {
            put(ways, Fit.FRAGMENT, f.terms().field(CustomerDocument.ADDRESS_GRAMS).matchingAll(CustomerKeys.grams(word.letters(), CustomerKeys.ADDRESS_GRAM)).toPredicate());
            put(ways, Fit.FRAGMENT, f.prefix().field(CustomerDocument.DOMAINS).matching(word.letters()).toPredicate());
        }
        word.beginnings().forEach(sound -> put(ways, Fit.SOUND_OF_BEGINNING, f.prefix().field(CustomerDocument.LOOSE).matching(sound).toPredicate()));
    }

    private static void number(SearchPredicateFactory f, SoughtCustomer.Number number, Map<Fit, List<SearchPredicate>> ways) {
        put(ways, Fit.WHOLE, f.terms().field(CustomerDocument.WORDS).matchingAny(number.digits()).toPredicate());
        put(ways, Fit.BEGINNING, f.prefix().field(CustomerDocument.WORDS).matching(number.digits()).toPredicate());
        if (number.inTelephone()) {
            put(ways, Fit.BEGINNING, f.terms().field(CustomerDocument.NUMBER_GRAMS).matchingAll(CustomerKeys.grams(number.digits(), CustomerKeys.NUMBER_GRAM)).toPredicate());
        }
        put(ways, Fit.FRAGMENT, f.prefix().field(CustomerDocument.ENDS).matching(number.digits()).toPredicate());
        if (number.inAddress()) {
            put(ways, Fit.FRAGMENT, f.terms().field(CustomerDocument.ADDRESS_GRAMS).matchingAll(CustomerKeys.grams(number.digits(), CustomerKeys.ADDRESS_GRAM)).toPredicate());
        }
    }

    private static void address(SearchPredicateFactory f, SoughtCustomer.Address address, Map<Fit, List<SearchPredicate>> ways) {
        if (!address.local().isEmpty()) {
            put(ways, Fit.BEGINNING, f.prefix().field(CustomerDocument.ADDRESSES).matching(address.local() + '@' + address.domain()).toPredicate());
        }
        if (address.fragment()) {
            List<SearchPredicate> both = new ArrayList<>();
            if (!address.local().isEmpty()) {
                both.add(f.terms().field(CustomerDocument.ADDRESS_GRAMS).matchingAll(CustomerKeys.grams(address.local(), CustomerKeys.ADDRESS_GRAM)).toPredicate());
            }
            if (!address.domain().isEmpty()) {
                both.add(f.prefix().field(CustomerDocument.DOMAINS).matching(address.domain()).toPredicate());
            }
            put(ways, Fit.FRAGMENT, every(f, both));
        }
    }

    private static void put(Map<Fit, List<SearchPredicate>> ways, Fit fit, SearchPredicate way) {
        ways.computeIfAbsent(fit, none -> new ArrayList<>()).add(way);
    }

    /** Indexes these again once the transaction commits. */
    public void again(Collection<Long> ids) {
        customers.withContactPoints(ids).forEach(Search.session(entities).indexingPlan()::addOrUpdate);
    }

    @Override
    public String name() {
        return CustomerDocument.INDEX;
    }

    @Override
    public Class<?> type() {
        return Customer.class;
    }

    @Override
    public boolean missing() {
        return customers.lastId() > 0 && Search.session(entities).search(Customer.class).select(f -> f.id(Long.class)).where(f -> f.matchAll()).fetchHits(1).isEmpty();
    }

    @Override
    public long last() {
        return customers.lastId();
    }

    @Override
    public Compared compare(long after, long upTo, int most) {
        List<Long> ids = customers.idsAfter(after, upTo, most);
        boolean end = ids.size() < most;
        long until = end ? upTo : ids.get(ids.size() - 1);
        SearchSession search = Search.session(entities);
        Map<Long, String> indexed = new HashMap<>();
        search.search(Customer.class).select(f -> f.composite().from(f.id(Long.class), f.field(CustomerDocument.DIGEST, String.class)).as(Known::new))
                .where(f -> f.range().field(CustomerDocument.NUMBER).between(after + 1, Math.max(after + 1, until))).fetchAllHits().forEach(known -> indexed.put(known.id(), known.digest()));
        List<Long> wrong = new ArrayList<>();
        customers.keys(ids).forEach(keys -> {
            if (!keys.digest().equals(indexed.remove(keys.id()))) {
                wrong.add(keys.id());
            }
        });
        again(wrong);
        indexed.keySet().forEach(gone -> search.indexingPlan().purge(Customer.class, gone, null));
        return new Compared(end ? Long.MAX_VALUE : until, ids.size(), wrong.size() + indexed.size());
    }
}
