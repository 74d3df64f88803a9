// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.channel.Channel;
import il.moked.shared.CsvTable.Heading;
import il.moked.shared.CsvTable.Row;
import il.moked.shared.DayText;
import il.moked.shared.WrongFieldsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of customers, one line for each. Where somebody may have several things they stand in one cell with a bar or a line
 * break between them: {@code phones}, {@code emails}, and {@code documents} ({@code FR 12AB34567}); channels in the columns of
 * consents have blanks between them. Lines are read in their order: no two may name the same customer.
 */
public final class CustomerSheet {
    public static final String CUSTOMER = "customer";
    public static final String SOURCE = "source";
    public static final String REFERENCE = "reference";
    public static final String DOCUMENTS = "documents";
    public static final String PHONES = "phones";
    public static final String EMAILS = "emails";
    public static final String SEGMENT = "segment";
    public static final String WORDING = "consentWording";
    public static final String SAID_ON = "consentDate";
    /** Between several things in one cell. */
    public static final String BETWEEN = "|";
    public static final int LONGEST_SOURCE = 40;

    private static final String KIND = "kind";
    private static final String SOURCE_NAME = "[a-z0-9-]{1,40}";
    private static final int MOST_OF_A_KIND = 20;
    private static final int LONGEST_WORDING = 1000;
    private static final Set<String> REQUIRED = Set.of(KIND);
    public static final Heading HEADING = new Heading(REQUIRED, columns().stream().filter(name -> !REQUIRED.contains(name)).collect(Collectors.toUnmodifiableSet()));

    private final String source;
    private final LocalDate today;
    private final LineIndex seen = new LineIndex();

    /** @param source name of the system the file comes from, where a line names no other @param today of the organisation */
    public CustomerSheet(String source, LocalDate today) {
        this.source = source;
        this.today = today;
    }

    public static boolean isSource(String name) {
        return name != null && name.matches(SOURCE_NAME);
    }

    /** In the usual order. */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(CUSTOMER, SOURCE, REFERENCE, KIND));
        Arrays.stream(Particular.values()).map(Particular::field).forEach(columns::add);
        columns.addAll(List.of(DOCUMENTS, SEGMENT, PHONES, EMAILS));
        for (Consent.Purpose purpose : Consent.Purpose.values()) {
            columns.add(consents(purpose, true));
            columns.add(consents(purpose, false));
        }
        columns.addAll(List.of(WORDING, SAID_ON));
        return columns;
    }

    /** The column of channels on which he allows, or forbids, that purpose. */
    public static String consents(Consent.Purpose purpose, boolean given) {
        return purpose.name().toLowerCase(Locale.ROOT) + (given ? "Allowed" : "Forbidden");
    }

    /** @throws WrongFieldsException naming every column that is wrong */
    public CustomerLine line(Row row) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        Customer.Kind kind = reading.read(KIND, cell(row, KIND), "customer.import-kind", text -> one(Customer.Kind.class, text).filter(known -> known != Customer.Kind.GUEST));
        if (kind == null) {
            reading.require(KIND, kind);
            reading.done();
        }
        Map<Particular, String> written = new EnumMap<>(Particular.class);
        Arrays.stream(Particular.values()).forEach(one -> row.find(one.field()).ifPresent(cell -> written.put(one, cell)));
        Particulars particulars = Particulars.none(kind, "he").read(written, today, reading);
        Identifier.Kind documentKind = kind == Customer.Kind.PERSON ? Identifier.Kind.PASSPORT : Identifier.Kind.FOREIGN_COMPANY;
        List<Identifier.Value> documents = several(row, DOCUMENTS, reading).stream().map(text -> document(documentKind, text, reading)).distinct().toList();
        List<ContactPoint.Written> contactPoints = new ArrayList<>(reached(row, PHONES, ContactPoint.Kind.PHONE, "customer.import-phone", reading));
        contactPoints.addAll(reached(row, EMAILS, ContactPoint.Kind.EMAIL, "customer.import-email", reading));
        CustomerLine line = new CustomerLine(row.line(), reading.read(CUSTOMER, cell(row, CUSTOMER), "customer.import-number", CustomerSheet::number), name(row, reading), written, particulars, documents, contactPoints,
                reading.read(SEGMENT, cell(row, SEGMENT), "customer.import-segment", text -> one(Segment.class, text)), said(row, reading), reading.line(WORDING, cell(row, WORDING), LONGEST_WORDING),
                reading.read(SAID_ON, cell(row, SAID_ON), "customer.day", text -> DayText.read(text).filter(day -> !day.isAfter(today))), key(row));
        once(line, reading);
        reading.done();
        return line;
    }

    private static String cell(Row row, String column) {
        return row.find(column).orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(member -> member.name().equalsIgnoreCase(text)).findFirst();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private ExternalCustomers.Name name(Row row, WrongFieldsException.Reading reading) {
        String system = reading.read(SOURCE, cell(row, SOURCE), "customer.import-source", text -> Optional.of(text).filter(CustomerSheet::isSource));
        String name = reading.line(REFERENCE, cell(row, REFERENCE), ExternalCustomers.LONGEST_NAME);
        return name == null ? null : new ExternalCustomers.Name(system == null ? source : system, name);
    }

    private static List<String> several(Row row, String column, WrongFieldsException.Reading reading) {
        List<String> parts = row.find(column).map(cell -> Arrays.stream(cell.split("[|\\r\\n]+")).map(String::strip).filter(part -> !part.isEmpty()).toList()).orElse(List.of());
        if (parts.size() > MOST_OF_A_KIND) {
            reading.refuse(column, "shared.field-too-many", column, MOST_OF_A_KIND);
        }
        return parts.stream().limit(MOST_OF_A_KIND).toList();
    }

    private static Identifier.Value document(Identifier.Kind kind, String text, WrongFieldsException.Reading reading) {
        String[] parts = text.split("\\s+", 2);
        WrongFieldsException.Reading each = new WrongFieldsException.Reading();
        Identifier.Value value = Identifier.read(kind, parts[0], parts.length > 1 ? parts[1] : null, "", each);
        if (!each.good()) {
            reading.refuse(DOCUMENTS, "customer.import-document", text);
        }
        return value;
    }

    private static List<ContactPoint.Written> reached(Row row, String column, ContactPoint.Kind kind, String refusal, WrongFieldsException.Reading reading) {
        Map<String, ContactPoint.Written> points = new LinkedHashMap<>();
        for (String text : several(row, column, reading)) {
            WrongFieldsException.Reading each = new WrongFieldsException.Reading();
            ContactPoint.Written point = ContactPoint.read(kind, text, null, "", each);
            if (each.good()) {
                points.putIfAbsent(point.address(), point);
            } else {
                reading.refuse(column, refusal, text);
            }
        }
        return List.copyOf(points.values());
    }

    private static Map<CustomerLine.Said, Boolean> said(Row row, WrongFieldsException.Reading reading) {
        Map<CustomerLine.Said, Boolean> said = new LinkedHashMap<>();
        for (Consent.Purpose purpose : Consent.Purpose.values()) {
            for (boolean given : List.of(true, false)) {
                String column = consents(purpose, given);
                for (String text : row.find(column).map(cell -> List.of(cell.split("[\\s|,;]+"))).orElse(List.of())) {
                    Optional<Channel> channel = one(Channel.class, text).filter(Consent.CHANNELS::contains);
                    if (channel.isEmpty()) {
                        reading.refuse(column, "customer.import-channel", text);
                    } else if (Boolean.valueOf(!given).equals(said.put(new CustomerLine.Said(purpose, channel.get()), given))) {
                        reading.refuse(column, "customer.import-both", text);
                    }
                }
            }
        }
        return said;
    }

    /** What a line names its customer by may stand in no other line; of those that name him by nothing no two are the same. */
    private void once(CustomerLine line, WrongFieldsException.Reading reading) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (line.customerId() != null) {
            keys.put(CUSTOMER, "#" + line.customerId());
        }
        if (line.name() != null) {
            keys.put(REFERENCE, "R" + line.name().source() + " " + line.name().name());
        }
        if (line.particulars().nationalId() != null) {
            keys.put(Particular.NATIONAL_ID.field(), "I" + line.particulars().nationalId().digits());
        }
        if (line.particulars().companyNumber() != null) {
            keys.put(Particular.COMPANY_NUMBER.field(), "C" + line.particulars().companyNumber().digits());
        }
        if (line.nameless()) {
            keys.put(KIND, "K" + line.key());
        }
        keys.forEach((column, key) -> once(column, key, line.number(), reading));
        new LinkedHashSet<>(line.documents()).forEach(document -> once(DOCUMENTS, "D" + document.country() + document.number(), line.number(), reading));
    }

    private void once(String column, String key, int line, WrongFieldsException.Reading reading) {
        int[] before = seen.of(key, 1);
        if (before.length == 0) {
            seen.add(key, line);
        } else {
            reading.refuse(column, column.equals(KIND) ? "customer.import-line-twice" : "customer.import-twice", before[0]);
        }
    }

    private String key(Row row) {
        String content = columns().stream().filter(column -> !column.equals(CUSTOMER)).map(column -> row.find(column).orElse("")).collect(Collectors.joining("\u0000", source + "\u0000", ""));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
