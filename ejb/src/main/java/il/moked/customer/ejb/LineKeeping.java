// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerImports;
import il.moked.customer.CustomerLine;
import il.moked.customer.CustomerSheet;
import il.moked.customer.Customers;
import il.moked.customer.ExternalCustomers;
import il.moked.customer.Identifier;
import il.moked.customer.KnownFacts;
import il.moked.customer.Particular;
import il.moked.customer.Particulars;
import il.moked.customer.Segmenting;
import il.moked.customer.ejb.CustomerImportSteps.Pass;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a line of a file says of a customer is kept. He is found by his number here, his reference in the other system, his
 * identity or company number or a document; who is named by none of them is new, unless the same line was kept before. What
 * the line leaves out stays as it is, and nothing is ever taken away from him.
 */
@ApplicationScoped
class LineKeeping {
    @Inject
    Customers customers;
    @Inject
    ExternalCustomers external;
    @Inject
    CustomerImports imports;
    @Inject
    Consents consents;
    @Inject
    KnownFacts facts;
    @Inject
    Segmenting segmenting;
    @Inject
    Segmentation segmentation;
    @Inject
    Suspecting suspecting;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What becomes of a line. */
    enum Change { NEW, CHANGED, SAME }

    /** Whom some lines name, asked for all of them at once. */
    record Known(Map<Long, Customer> customers, Map<ExternalCustomers.Name, Long> names, Map<String, Long> numbers, Map<Identifier.Value, Long> documents, Map<String, Long> rows, Map<Long, Map<CustomerLine.Said, Boolean>> said) {
    }

    /** What is other than before. */
    private record Differences(Particulars after, Set<Particular> particulars, List<Identifier.Value> documents, List<ContactPoint.Written> contactPoints, Map<CustomerLine.Said, Boolean> said, boolean segment, boolean name) {
        boolean none() {
            return particulars.isEmpty() && documents.isEmpty() && contactPoints.isEmpty() && said.isEmpty() && !segment && !name;
        }

        /** Names only. */
        String told() {
            return Stream.concat(particulars.stream().map(Particular::field), Stream.of(documents.isEmpty() ? null : CustomerSheet.DOCUMENTS, contactPoints.isEmpty() ? null : "contactPoints", said.isEmpty() ? null : "consents",
                    segment ? CustomerSheet.SEGMENT : null, name ? CustomerSheet.REFERENCE : null).filter(Objects::nonNull)).collect(Collectors.joining(", "));
        }
    }

    Known known(List<CustomerLine> lines) {
        Map<ExternalCustomers.Name, Long> names = new HashMap<>();
        lines.stream().map(CustomerLine::name).filter(Objects::nonNull).collect(Collectors.groupingBy(ExternalCustomers.Name::source, Collectors.mapping(ExternalCustomers.Name::name, Collectors.toSet())))
                .forEach((source, all) -> external.of(source, all).forEach((name, id) -> names.put(new ExternalCustomers.Name(source, name), id)));
        Set<String> written = lines.stream().flatMap(line -> Stream.of(line.particulars().written(Particular.NATIONAL_ID), line.particulars().written(Particular.COMPANY_NUMBER))).filter(number -> !number.isEmpty()).collect(Collectors.toSet());
        Map<String, Long> numbers = written.isEmpty() ? Map.of() : customers.idsOf(written);
        Map<Identifier.Value, Long> documents = imports.ofDocuments(lines.stream().flatMap(line -> line.documents().stream()).toList());
        Map<String, Long> rows = imports.ofRows(lines.stream().filter(CustomerLine::nameless).map(CustomerLine::key).toList());
        Set<Long> ids = lines.stream().map(CustomerLine::customerId).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        Stream.of(names.values(), numbers.values(), documents.values()).forEach(ids::addAll);
        Map<Long, Customer> found = customers.withContactPoints(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        return new Known(found, names, numbers, documents, rows, said(found.values().stream().map(Customer::current).map(Customer::id).toList()));
    }

    private Map<Long, Map<CustomerLine.Said, Boolean>> said(Collection<Long> ids) {
        Map<Long, Map<CustomerLine.Said, Boolean>> said = new HashMap<>();
        consents.latestOf(ids).forEach(consent -> said.computeIfAbsent(consent.customerId(), any -> new HashMap<>()).put(new CustomerLine.Said(consent.purpose(), consent.channel()), consent.given()));
        return said;
    }

    /** @throws WrongFieldsException naming the columns that do not fit to what is known */
    Change judge(CustomerLine line, Known known) {
        Customer customer = named(line, known);
        if (customer == null) {
            if (line.nameless() && known.rows().containsKey(line.key())) {
                return Change.SAME;
            }
            check(line, null, line.particulars(), line.said());
            return Change.NEW;
        }
        return differences(line, customer, known).none() ? Change.SAME : Change.CHANGED;
    }

    /** Null when nobody is. */
    private static Customer named(CustomerLine line, Known known) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        Set<Customer> named = new LinkedHashSet<>();
        name(CustomerSheet.CUSTOMER, line.customerId(), known, named, reading);
        name(CustomerSheet.REFERENCE, line.name() == null ? null : known.names().get(line.name()), known, named, reading);
        name(Particular.NATIONAL_ID.field(), known.numbers().get(line.particulars().written(Particular.NATIONAL_ID)), known, named, reading);
        name(Particular.COMPANY_NUMBER.field(), known.numbers().get(line.particulars().written(Particular.COMPANY_NUMBER)), known, named, reading);
        line.documents().forEach(document -> name(CustomerSheet.DOCUMENTS, known.documents().get(document), known, named, reading));
        reading.done();
        return named.isEmpty() ? null : named.iterator().next();
    }

    private static void name(String column, Long id, Known known, Set<Customer> named, WrongFieldsException.Reading reading) {
        if (id == null) {
            return;
        }
        Customer customer = known.customers().containsKey(id) ? known.customers().get(id).current() : null;
        if (customer == null) {
            reading.refuse(column, "customer.unknown");
        } else if (customer.guest()) {
            reading.refuse(column, "customer.is-guest");
        } else if (named.stream().anyMatch(other -> !other.id().equals(customer.id()))) {
            reading.refuse(column, "customer.number-taken", Long.toString(customer.id()));
        } else if (named.isEmpty()) {
            named.add(customer);
        }
    }

    private Differences differences(CustomerLine line, Customer customer, Known known) {
        Particulars before = customer.particulars();
        if (before.kind() != line.particulars().kind()) {
            throw new WrongFieldsException("kind", "customer.import-other-kind", Long.toString(customer.id()));
        }
        Particulars after = before.with(line.written(), suspecting.today());
        Map<CustomerLine.Said, Boolean> saidBefore = known.said().getOrDefault(customer.id(), Map.of());
        Map<CustomerLine.Said, Boolean> said = line.said().entrySet().stream().filter(one -> !one.getValue().equals(saidBefore.get(one.getKey()))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        check(line, customer.id(), after, said);
        List<Identifier.Value> documents = new ArrayList<>(line.documents());
        documents.removeAll(customer.identifiers().stream().map(Identifier::value).toList());
        Long nameOf = line.name() == null ? null : known.names().get(line.name());
        return new Differences(after, after.differences(before), documents, missing(line, customer), said, otherSegment(line, customer), line.name() != null && nameOf == null);
    }

    private static List<ContactPoint.Written> missing(CustomerLine line, Customer customer) {
        return line.contactPoints().stream().filter(written -> customer.contactPoints().stream().noneMatch(point -> point.kind() == written.kind() && point.address().equals(written.address()))).toList();
    }

    /** Rules decide where they can; else he is of the segment the line says. */
    private boolean otherSegment(CustomerLine line, Customer customer) {
        return line.segment() != null && line.segment() != customer.segment()
                && segmenting.choose(new Customers.Line(customer.id(), customer.kind(), line.segment(), customer.createdAt()), facts.of(customer.id())).segment() != customer.segment();
    }

    private void check(CustomerLine line, Long known, Particulars after, Map<CustomerLine.Said, Boolean> said) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        if (line.written().containsKey(Particular.NATIONAL_ID) || line.written().containsKey(Particular.COMPANY_NUMBER)) {
            customers.knownBy(after, known).stream().findFirst()
                    .ifPresent(other -> reading.refuse((after.nationalId() == null ? Particular.COMPANY_NUMBER : Particular.NATIONAL_ID).field(), "customer.number-taken", Long.toString(other)));
        }
        if (!said.isEmpty() && line.wording() == null) {
            reading.refuse(CustomerSheet.WORDING, "customer.import-wording");
        }
        reading.done();
    }

    /** @param change what {@link #judge} said of it @throws WrongFieldsException when somebody else changed him meanwhile, so that it does not fit any more */
    void keep(CustomerLine line, Change change, Known known, Pass pass) {
        switch (change) {
            case NEW -> register(line, pass);
            case CHANGED -> change(line, customers.getLocked(named(line, known).id()), known, pass);
            case SAME -> {
                // it is so already
            }
        }
    }

    private void register(CustomerLine line, Pass pass) {
        Instant now = clock.instant();
        Customer customer = Customer.registered(line.particulars(), now);
        line.documents().forEach(document -> customer.identifiedBy(document, now));
        line.contactPoints().forEach(written -> customer.reachableBy(written, now));
        if (line.segment() != null) {
            customer.belongsTo(line.segment());
        }
        customers.add(customer);
        segmentation.apply(customer);
        customers.flush();
        say(customer.id(), line, line.said(), pass);
        if (line.name() != null) {
            know(customer.id(), line.name());
        } else if (line.nameless()) {
            imports.keepRow(line.key(), customer.id());
        }
        events.tell(new CustomerRegistered(customer.id(), false));
    }

    private void change(CustomerLine line, Customer locked, Known known, Pass pass) {
        Differences differences = differences(line, locked, known);
        if (differences.none()) {
            return;
        }
        Instant now = clock.instant();
        Customer customer = customers.getForChange(locked.id(), locked.version(), now);
        customer.change(differences.after());
        differences.documents().forEach(document -> customer.identifiedBy(document, now));
        differences.contactPoints().forEach(written -> customer.reachableBy(written, now));
        if (differences.segment()) {
            customer.belongsTo(line.segment());
            segmentation.apply(customer);
        }
        customers.flush();
        say(customer.id(), line, differences.said(), pass);
        if (differences.name()) {
            know(customer.id(), line.name());
        }
        events.tell(new CustomerChanged(customer.id(), "customer.changed", differences.told()));
    }

    private void know(long customerId, ExternalCustomers.Name name) {
        external.know(name.source(), name.name(), customerId);
        events.tell(new CustomerNamed(customerId, name.source(), name.name()));
    }

    private void say(long customerId, CustomerLine line, Map<CustomerLine.Said, Boolean> said, Pass pass) {
        Instant now = clock.instant();
        Instant on = line.saidOn() == null ? now : suspecting.momentOf(line.saidOn());
        said.forEach((about, given) -> {
            consents.add(new Consent(customerId, about.channel(), about.purpose(), given, Consent.Manner.OTHER_SYSTEM, line.wording(), on, pass.askedBy(), now));
            events.tell(new CustomerChanged(customerId, given ? "customer.consent-given" : "customer.consent-withdrawn", about.purpose() + " " + about.channel()));
        });
    }
}
