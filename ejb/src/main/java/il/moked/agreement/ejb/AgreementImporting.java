// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.access.Role;
import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementTemplate;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.agreement.ejb.AgreementKeeping.NewAgreement;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.CsvTable.Heading;
import il.moked.shared.CsvTable.Outcome;
import il.moked.shared.CsvTable.Row;
import il.moked.shared.CsvTable.Wrong;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Contracts and products of customers from a file, all of it or, when a line is wrong, nothing. A dry run says what would
 * come of it and keeps nothing. A customer is named by national ID or company number.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class AgreementImporting {
    public static final int MOST_LINES = 20_000;
    /** Characters of a file. */
    public static final int LARGEST = 4_000_000;
    private static final Heading CONTRACTS = new Heading(Set.of("number", "customer", "template"), Set.of("from", "until"));
    private static final Heading PRODUCTS = new Heading(Set.of("customer", "sku", "name"), Set.of("serial", "boughtOn", "warrantyUntil", "manual", "agreement"));
    private static final int LONGEST_CUSTOMER = 20;
    /** What a browser makes of bytes that are no UTF-8. */
    private static final char UNREADABLE = '\uFFFD';
    /** Numbers asked for in one query, and rows written between two. */
    private static final int AT_ONCE = 500;

    @Inject
    Agreements agreements;
    @Inject
    Customers customers;
    @Inject
    DomainEvents events;
    @Inject
    Today today;
    @Inject
    Clock clock;

    private record ContractLine(int line, String customer, NewAgreement wanted) {
    }

    private record ProductLine(int line, String customer, String sku, String name, String serial, LocalDate boughtOn, LocalDate warrantyUntil, String manual, String agreement) {
        String key() {
            return sku + " " + serial;
        }
    }

    /** @param dry whether to say only what would come of it */
    public Outcome contracts(String csv, boolean dry) {
        List<ContractLine> lines = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        Outcome read = CsvTable.read(limited(csv), CONTRACTS, MOST_LINES, row -> {
            NewAgreement wanted = new NewAgreement(row.text("number", Agreement.LONGEST_NUMBER), row.text("template", AgreementKeeping.LONGEST_CODE), row.findDay("from").orElse(null), row.findDay("until").orElse(null));
            if (!numbers.add(AgreementKeeping.number(wanted))) {
                throw new BusinessException("agreement.number-taken", "number", wanted.number());
            }
            lines.add(new ContractLine(row.line(), row.text("customer", LONGEST_CUSTOMER), wanted));
        });
        Map<String, Long> ids = idsOf(lines.stream().map(ContractLine::customer).toList());
        Map<String, AgreementTemplate> templates = agreements.templates().stream().collect(Collectors.toMap(AgreementTemplate::code, Function.identity()));
        Set<String> taken = parts(numbers).stream().flatMap(part -> agreements.numbered(part).keySet().stream()).collect(Collectors.toSet());
        Instant now = clock.instant();
        return checked(read, lines, ContractLine::line, line -> {
            AgreementTemplate template = Optional.ofNullable(templates.get(line.wanted().template())).orElseThrow(() -> new BusinessException("agreement.unknown-template", "template"));
            if (taken.contains(line.wanted().number())) {
                throw new BusinessException("agreement.number-taken", "number", line.wanted().number());
            }
            LocalDate from = line.wanted().from() == null ? today.is() : line.wanted().from();
            return new Agreement(line.wanted().number(), idOf(ids, line.customer()), template, from, line.wanted().until(), now);
        }, dry, agreements::add, "agreement.contracts-brought-in");
    }

    public Outcome products(String csv, boolean dry) {
        List<ProductLine> lines = new ArrayList<>();
        Set<String> serials = new HashSet<>();
        Outcome read = CsvTable.read(limited(csv), PRODUCTS, MOST_LINES, row -> {
            ProductLine line = product(row);
            if (line.serial() != null && !serials.add(line.key())) {
                throw new BusinessException("agreement.serial-taken", "serial", line.serial());
            }
            lines.add(line);
        });
        Map<String, Long> ids = idsOf(lines.stream().map(ProductLine::customer).toList());
        Map<String, Agreement> contracts = new HashMap<>();
        parts(lines.stream().map(ProductLine::agreement).filter(number -> number != null).collect(Collectors.toSet())).forEach(part -> contracts.putAll(agreements.numbered(part)));
        Set<String> taken = parts(lines.stream().map(ProductLine::serial).filter(serial -> serial != null).collect(Collectors.toSet())).stream().flatMap(part -> agreements.known(part).stream()).collect(Collectors.toSet());
        Instant now = clock.instant();
        return checked(read, lines, ProductLine::line, line -> {
            if (line.serial() != null && taken.contains(line.key())) {
                throw new BusinessException("agreement.serial-taken", "serial", line.serial());
            }
            long customer = idOf(ids, line.customer());
            OwnedProduct product = new OwnedProduct(customer, line.sku(), line.name(), line.serial(), now).bought(line.boughtOn(), line.warrantyUntil()).explainedAt(line.manual());
            if (line.agreement() != null) {
                product.coveredBy(Optional.ofNullable(contracts.get(line.agreement())).filter(contract -> contract.customerId() == customer).orElseThrow(() -> new BusinessException("agreement.others", "agreement", line.agreement())));
            }
            return product;
        }, dry, agreements::add, "agreement.products-brought-in");
    }

    private static ProductLine product(Row row) {
        LocalDate boughtOn = row.findDay("boughtOn").orElse(null);
        LocalDate warrantyUntil = row.findDay("warrantyUntil").orElse(null);
        if (boughtOn != null && warrantyUntil != null && warrantyUntil.isBefore(boughtOn)) {
            throw new BusinessException("agreement.warranty", "warrantyUntil");
        }
        String name = row.text("name", AgreementKeeping.LONGEST_NAME);
        if (name.indexOf(UNREADABLE) >= 0) {
            throw new BusinessException("shared.csv-bytes");
        }
        return new ProductLine(row.line(), row.text("customer", LONGEST_CUSTOMER), row.text("sku", AgreementKeeping.LONGEST_CODE), name, row.findText("serial", AgreementKeeping.LONGEST_SERIAL).orElse(null), boughtOn,
                warrantyUntil, AgreementKeeping.manual(row.find("manual").orElse(null)), row.findText("agreement", Agreement.LONGEST_NUMBER).orElse(null));
    }

    private static String limited(String csv) {
        if (csv == null || csv.length() > LARGEST) {
            throw new BusinessException("agreement.file-large", LARGEST);
        }
        return csv;
    }

    /** Makes every line; adds what was made when nothing is wrong and it is no dry run. */
    private <L, T> Outcome checked(Outcome read, List<L> lines, Function<L, Integer> number, Function<L, T> make, boolean dry, Consumer<T> add, String done) {
        List<Wrong> wrong = new ArrayList<>(read.wrong());
        int more = 0;
        List<T> made = new ArrayList<>();
        for (L line : lines) {
            try {
                made.add(make.apply(line));
            } catch (BusinessException refused) {
                more++;
                if (wrong.size() < 2 * CsvTable.MOST_SHOWN) {
                    wrong.add(new Wrong(number.apply(line), refused.arguments().isEmpty() ? null : String.valueOf(refused.arguments().get(0)), refused));
                }
            }
        }
        Outcome outcome = new Outcome(read.lines(), wrong.stream().sorted(Comparator.comparingInt(Wrong::line)).limit(CsvTable.MOST_SHOWN).toList(), read.wrongInAll() + more, read.whole());
        if (outcome.good() && !dry) {
            made.forEach(add);
            agreements.flush();
            events.tell(AgreementActed.contract(done, null, null, Integer.toString(made.size())));
        }
        return outcome;
    }

    private Map<String, Long> idsOf(Collection<String> numbers) {
        Map<String, Long> ids = new HashMap<>();
        parts(Set.copyOf(numbers)).forEach(part -> ids.putAll(customers.idsOf(part)));
        return ids;
    }

    private static long idOf(Map<String, Long> ids, String customer) {
        return Optional.ofNullable(ids.get(customer)).orElseThrow(() -> new BusinessException("agreement.unknown-customer", "customer", customer));
    }

    private static List<List<String>> parts(Set<String> all) {
        List<String> list = List.copyOf(all);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            parts.add(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
