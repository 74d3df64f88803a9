// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.Role;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerIndex;
import il.moked.customer.CustomerIndex.Hit;
import il.moked.customer.CustomerKeys;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.customer.SoughtCustomer;
import il.moked.customer.SoughtCustomer.Fit;
import il.moked.customer.ejb.NumberSource;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds customers by whatever is known of them: first by whole numbers and addresses, which the database answers by its
 * indexes; then by words, in either alphabet, and by pieces of telephones and addresses, which the search index answers.
 * Whoever comes from the index is read again from the database and must still fit; who was joined into another is found
 * as the other. No limit of number or age: each page begins where the one before ended.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class CustomerSearch {
    private static final int MOST_A_PAGE = 50;
    private static final int MOST_EXACT = 20;
    /** Read from the index at a time, and how often for one page: who sees few of all goes on with the next page. */
    private static final int BATCH = 60;
    private static final int MOST_BATCHES = 12;

    @Inject
    Customers customers;
    @Inject
    CustomerIndex index;
    @Inject
    CardAccess access;
    @Inject
    @Any
    Instance<NumberSource> numbers;
    @Inject
    DomainEvents events;

    /**
     * A customer as a list shows him.
     *
     * @param maskedId last digits of his identity number, or null @param companyNumber or null @param city or null
     * @param phone as people write it, or null @param email or null @param foundAs the name of the record he was found by, when that was joined into his and is called otherwise; else null
     */
    public record Found(long id, Customer.Kind kind, String name, Segment segment, String maskedId, String companyNumber, String city, String phone, String email, String foundAs, Fit fit) {
        public boolean guest() {
            return kind == Customer.Kind.GUEST;
        }
    }

    /** @param next where the next page begins; null when this is the last */
    public record FoundPage(List<Found> rows, String next) {
    }

    /** Where a page begins: behind the one who stands at that place among those that fit so well. */
    private record Start(Fit fit, long place) {
        static Start read(String written) {
            if (written == null || written.isEmpty()) {
                return new Start(Fit.EXACT, 0);
            }
            try {
                String[] parts = written.split("~", 2);
                return new Start(Fit.valueOf(parts[0]), Long.parseLong(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw new BusinessException("shared.bad-request");
            }
        }

        String written() {
            return fit.name() + '~' + place;
        }
    }

    /** What one search has come to. */
    private final class Search {
        private final SoughtCustomer sought;
        private final int size;
        private final Set<Long> exact = new LinkedHashSet<>();
        private final Map<Long, Found> rows = new LinkedHashMap<>();
        private final boolean outsourced = access.outsourced();
        private int batches;

        Search(SoughtCustomer sought, int size) {
            this.sought = sought;
            this.size = size;
        }

        boolean full() {
            return rows.size() >= size;
        }

        /** Whose whole number or address it is; all on the first page. @param shown whether that is the page */
        void exact(boolean shown) {
            List<Long> ids = exactIds(sought.typed());
            Map<Long, Customer> read = read(ids);
            List<Customer> found = ids.stream().map(read::get).filter(Objects::nonNull).map(Customer::current).distinct().toList();
            found.forEach(customer -> exact.add(customer.id()));
            if (shown) {
                Set<Long> open = access.visible(exact);
                found.stream().filter(customer -> open.contains(customer.id())).forEach(customer -> rows.put(customer.id(), found(customer, null, Fit.EXACT)));
            }
        }

        /** @return where the next page begins when this one is full before all who fit so were seen, else null */
        Start fill(Fit fit, long after) {
            long reached = after;
            List<Hit> hits;
            do {
                if (batches++ == MOST_BATCHES) {
                    return new Start(fit, reached);
                }
                hits = index.find(sought, fit, reached, BATCH);
                Map<Long, Customer> read = read(hits.stream().map(Hit::id).toList());
                Set<Long> open = access.visible(read.values().stream().map(customer -> customer.current().id()).toList());
                for (Hit hit : hits) {
                    if (full()) {
                        return new Start(fit, reached);
                    }
                    reached = hit.place();
                    Customer customer = read.get(hit.id());
                    if (customer != null && open.contains(customer.current().id()) && stillFits(customer)) {
                        Customer current = customer.current();
                        rows.putIfAbsent(current.id(), found(current, current.displayName().equals(customer.displayName()) ? null : customer.displayName(), fit));
                    }
                }
            } while (hits.size() == BATCH);
            return null;
        }

        /** As the database has him now, and not shown already as himself. */
        private boolean stillFits(Customer customer) {
            Customer current = customer.current();
            return !exact.contains(current.id()) && sought.fit(CustomerKeys.of(customer)).isPresent() && (customer == current || sought.fit(CustomerKeys.of(current)).isEmpty());
        }

        private Found found(Customer customer, String foundAs, Fit fit) {
            return new Found(customer.id(), customer.kind(), customer.displayName(), customer.segment(), outsourced ? null : customer.nationalId().map(NationalId::masked).orElse(null), outsourced ? null : customer.companyNumber().orElse(null),
                    customer.address().city(), reach(customer, ContactPoint.Kind.PHONE).or(() -> reach(customer, ContactPoint.Kind.WHATSAPP)).orElse(null), reach(customer, ContactPoint.Kind.EMAIL).orElse(null), foundAs, fit);
        }
    }

    /**
     * @param from {@link FoundPage#next} of the page before, null for the first
     * @throws BusinessException {@code customer.search-length}, {@code shared.bad-request} when the place was not written by us
     */
    public FoundPage find(String typed, String from, int size) {
        SoughtCustomer sought = SoughtCustomer.of(typed);
        Start start = Start.read(from);
        events.tell(new CustomerSearched());
        Search search = new Search(sought, Math.max(1, Math.min(size, MOST_A_PAGE)));
        search.exact(start.fit() == Fit.EXACT);
        Start next = null;
        for (Fit fit : Fit.values()) {
            if (fit != Fit.EXACT && fit.compareTo(start.fit()) >= 0 && next == null && !sought.nothing()) {
                next = search.fill(fit, fit == start.fit() ? start.place() : 0);
            }
        }
        return new FoundPage(List.copyOf(search.rows.values()), next == null ? null : next.written());
    }

    private List<Long> exactIds(String typed) {
        List<Long> ids = new ArrayList<>();
        numbers.forEach(source -> ids.addAll(source.customersOf(typed)));
        String bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (bare.matches("[A-Z0-9]{4,40}") && bare.chars().anyMatch(Character::isDigit)) {
            ids.addAll(customers.idsWithNumber(bare, MOST_EXACT));
            NationalId.parse(bare).filter(id -> !id.digits().equals(bare)).ifPresent(id -> ids.addAll(customers.idsWithNumber(id.digits(), MOST_EXACT)));
        }
        EmailAddress.parse(typed).ifPresent(address -> ids.addAll(customers.idsReachedBy(ContactPoint.Kind.EMAIL, address.value(), MOST_EXACT)));
        if (typed.matches("[*+0-9() ./-]+")) {
            PhoneNumber.parse(typed).ifPresent(number -> List.of(ContactPoint.Kind.PHONE, ContactPoint.Kind.WHATSAPP).forEach(kind -> ids.addAll(customers.idsReachedBy(kind, number.value(), MOST_EXACT))));
        }
        return ids;
    }

    /** With what they are reached by. */
    private Map<Long, Customer> read(List<Long> ids) {
        return customers.withContactPoints(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** The one of that kind he prefers, else the first. */
    private static Optional<String> reach(Customer customer, ContactPoint.Kind kind) {
        List<ContactPoint> ways = customer.contactPoints().stream().filter(point -> point.kind() == kind).toList();
        return ways.stream().filter(ContactPoint::preferred).findFirst().or(() -> ways.stream().findFirst()).map(ContactPoint::shown);
    }
}
