// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Known customers as lines of a file, in the columns of {@link CustomerSheet}: brought in again, they change nothing. */
@ApplicationScoped
public class CustomerRows {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    ExternalCustomers external;
    @Inject
    Consents consents;

    /** @param lines cells in the order of {@link CustomerSheet#columns} @param last to go on behind; 0 behind the last page */
    public record Rows(List<List<String>> lines, long last) {
    }

    /** In the order of their ids. @param kind null for all @param segment null for all @param after 0 for the first page @param zone of the days on which something was said */
    public Rows page(Customer.Kind kind, Segment segment, long after, int size, ZoneId zone) {
        var query = entities.createQuery("select c from Customer c where c.id > :after and c.joinedInto is null and c.kind <> :guest" + (kind == null ? "" : " and c.kind = :kind") + (segment == null ? "" : " and c.segment = :segment") + " order by c.id", Customer.class)
                .setParameter("after", after).setParameter("guest", Customer.Kind.GUEST).setMaxResults(size);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        if (segment != null) {
            query.setParameter("segment", segment);
        }
        List<Customer> customers = query.getResultList();
        List<Long> ids = customers.stream().map(Customer::id).toList();
        Map<Long, List<ContactPoint>> reached = reached(ids);
        Map<Long, List<Identifier.Value>> documents = documents(ids);
        Map<Long, List<ExternalCustomers.Name>> names = external.namesOf(ids);
        Map<Long, List<Consent>> said = consents.latestOf(ids).stream().collect(Collectors.groupingBy(Consent::customerId));
        return new Rows(customers.stream().map(customer -> line(customer, names.getOrDefault(customer.id(), List.of()), documents.getOrDefault(customer.id(), List.of()), reached.getOrDefault(customer.id(), List.of()),
                said.getOrDefault(customer.id(), List.of()), zone)).toList(), ids.size() < size ? 0 : ids.get(ids.size() - 1));
    }

    private Map<Long, List<ContactPoint>> reached(Collection<Long> ids) {
        Map<Long, List<ContactPoint>> reached = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select p.customer.id, p from ContactPoint p where p.customer.id in :ids and p.removedAt is null and p.kind in :kinds order by p.id", Object[].class).setParameter("ids", ids).setParameter("kinds", ContactPoint.WRITTEN).getResultList()
                    .forEach(row -> reached.computeIfAbsent((Long) row[0], any -> new ArrayList<>()).add((ContactPoint) row[1]));
        }
        return reached;
    }

    private Map<Long, List<Identifier.Value>> documents(Collection<Long> ids) {
        Map<Long, List<Identifier.Value>> documents = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select i.customer.id, i from Identifier i where i.customer.id in :ids order by i.id", Object[].class).setParameter("ids", ids).getResultList()
                    .forEach(row -> documents.computeIfAbsent((Long) row[0], any -> new ArrayList<>()).add(((Identifier) row[1]).value()));
        }
        return documents;
    }

    private static List<String> line(Customer customer, List<ExternalCustomers.Name> names, List<Identifier.Value> documents, List<ContactPoint> reached, List<Consent> said, ZoneId zone) {
        Particulars particulars = customer.particulars();
        List<String> cells = new ArrayList<>(List.of(customer.id().toString(), names.isEmpty() ? "" : names.get(0).source(), names.isEmpty() ? "" : names.get(0).name(), customer.kind().name()));
        Arrays.stream(Particular.values()).map(particulars::written).forEach(cells::add);
        cells.add(joined(documents.stream().map(document -> document.country() + " " + document.number())));
        cells.add(customer.segment().name());
        cells.add(joined(reached.stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(point -> new PhoneNumber(point.address()).display())));
        cells.add(joined(reached.stream().filter(point -> point.kind() == ContactPoint.Kind.EMAIL).map(ContactPoint::address)));
        for (Consent.Purpose purpose : Consent.Purpose.values()) {
            for (boolean given : List.of(true, false)) {
                cells.add(said.stream().filter(consent -> consent.purpose() == purpose && consent.given() == given).map(consent -> consent.channel().name()).sorted().collect(Collectors.joining(" ")));
            }
        }
        cells.add(sole(said.stream().map(Consent::wording)));
        cells.add(sole(said.stream().map(consent -> LocalDate.ofInstant(consent.saidAt(), zone).toString())));
        return cells;
    }

    private static String joined(Stream<String> several) {
        return several.collect(Collectors.joining(CustomerSheet.BETWEEN));
    }

    /** What is the same of all; of several no one would be the proof of the others. */
    private static String sole(Stream<String> values) {
        List<String> distinct = values.distinct().limit(2).toList();
        return distinct.size() == 1 ? distinct.get(0) : "";
    }
}
