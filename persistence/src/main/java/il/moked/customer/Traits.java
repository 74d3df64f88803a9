// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells one customer from another, from wherever it comes: a card, a line of a file, what somebody is typing. Any
 * part may be missing, misspelt or in another script; nothing is refused here, because what is wrong is compared, too.
 */
public final class Traits {
    public enum Part {
        GIVEN_NAME, FAMILY_NAME,
        /** Of a company, or of a person when nobody knows which word is which. */
        FULL_NAME,
        /** Year first or day first, with or without separators. */
        BIRTH_DATE, NATIONAL_ID, COMPANY_NUMBER,
        /** Any other number that one person alone has: passport, social security, driving licence. */
        DOCUMENT, EMAIL, PHONE,
        STREET, HOUSE, ADDRESS_LINE, CITY, POSTCODE, REGION
    }

    /** Words of an address that say nothing: which of them stands there is a matter of taste. */
    private static final Set<String> STREET_WORDS = Set.of("רחוב", "רח", "שדרות", "שדרה", "שד", "דרכ", "סמטת", "street", "st", "str", "road", "rd", "avenue", "ave", "av", "close", "cl", "place", "pl", "crescent", "cres", "drive", "dr", "court", "ct", "circuit", "cct", "lane", "ln");
    /** What companies are by law, in Hebrew and English. */
    private static final Set<String> COMPANY_WORDS = Set.of("בעמ", "חברה", "חברת", "ltd", "limited", "inc", "incorporated", "llc", "co", "company", "corp", "gmbh", "the");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./ ]?(\\d{1,2})[-./ ]?(\\d{1,2})(?:T.*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./ ](\\d{1,2})[-./ ](\\d{4})");
    private static final int LONGEST = 254;

    private final NameForm given;
    private final NameForm family;
    private final NameForm full;
    private final boolean company;
    private final String birthDate;
    private final Set<String> nationalIds;
    private final Set<String> companyNumbers;
    private final Set<String> documents;
    private final Set<String> emails;
    private final Set<String> phones;
    private final NameForm street;
    private final NameForm line;
    private final NameForm city;
    private final NameForm region;
    private final String house;
    private final String postcode;

    private Traits(Map<Part, List<String>> parts, boolean company) {
        this.company = company;
        given = NameForm.of(first(parts, Part.GIVEN_NAME));
        family = NameForm.of(first(parts, Part.FAMILY_NAME));
        full = NameForm.of(without(COMPANY_WORDS, first(parts, Part.FULL_NAME)));
        birthDate = date(first(parts, Part.BIRTH_DATE));
        nationalIds = all(parts, Part.NATIONAL_ID, Traits::padded);
        companyNumbers = all(parts, Part.COMPANY_NUMBER, Traits::bareNumber);
        documents = all(parts, Part.DOCUMENT, Traits::bareNumber);
        emails = all(parts, Part.EMAIL, written -> EmailAddress.parse(written).map(EmailAddress::value).orElse(written.strip().toLowerCase(Locale.ROOT)));
        phones = all(parts, Part.PHONE, written -> PhoneNumber.parse(written).map(PhoneNumber::value).orElse(bareNumber(written)));
        street = NameForm.of(without(STREET_WORDS, first(parts, Part.STREET)));
        line = NameForm.of(without(STREET_WORDS, first(parts, Part.ADDRESS_LINE)));
        city = NameForm.of(first(parts, Part.CITY));
        region = NameForm.of(first(parts, Part.REGION));
        house = bareNumber(first(parts, Part.HOUSE));
        postcode = bareNumber(first(parts, Part.POSTCODE));
    }

    /** Collects what is known, part by part. Parts may come several times where somebody has several. */
    public static final class Collecting {
        private final Map<Part, List<String>> parts = new EnumMap<>(Part.class);
        private boolean company;

        /** @param written null and blank are not known; what is longer than anything real is cut */
        public Collecting with(Part part, String written) {
            if (written != null && !written.isBlank()) {
                String stripped = written.strip();
                parts.computeIfAbsent(part, any -> new ArrayList<>()).add(stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped);
            }
            return this;
        }

        public Collecting company(boolean isCompany) {
            company = isCompany;
            return this;
        }

        public Traits done() {
            return new Traits(parts, company);
        }
    }

    public static Collecting collecting() {
        return new Collecting();
    }

    /** What a card says of him himself; how he is reached is added. */
    static Collecting of(Particulars particulars) {
        Collecting collecting = collecting().company(particulars.kind() == Customer.Kind.COMPANY)
                .with(Part.GIVEN_NAME, particulars.firstName()).with(Part.FAMILY_NAME, particulars.lastName()).with(Part.FULL_NAME, particulars.name())
                .with(Part.NATIONAL_ID, particulars.nationalId() == null ? null : particulars.nationalId().digits()).with(Part.COMPANY_NUMBER, particulars.companyNumber() == null ? null : particulars.companyNumber().digits())
                .with(Part.BIRTH_DATE, particulars.birthDate() == null ? null : particulars.birthDate().toString());
        PostalAddress address = particulars.address();
        return collecting.with(Part.STREET, address.street()).with(Part.HOUSE, address.house()).with(Part.CITY, address.city()).with(Part.POSTCODE, address.postcode());
    }

    /** A name with a provider of messages is an address of him, too, where it is no telephone number. */
    static void of(Collecting collecting, ContactPoint.Kind kind, String address) {
        switch (kind) {
            case EMAIL -> collecting.with(Part.EMAIL, address);
            case PHONE, WHATSAPP -> collecting.with(Part.PHONE, address);
            default -> collecting.with(Part.EMAIL, kind.name().toLowerCase(Locale.ROOT) + ":" + address);
        }
    }

    /** Of everything that is compared of two: the same as long as none of it changes. */
    static String fingerprint(Traits one, Traits other) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((one.compared() + "\u0000" + other.compared()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String compared() {
        return Stream.of(full().letters(), given.letters(), family.letters(), birthDate, street.letters(), line.letters(), city.letters(), region.letters(), house, postcode,
                sorted(nationalIds), sorted(companyNumbers), sorted(documents), sorted(emails), sorted(phones)).collect(Collectors.joining("\u0001"));
    }

    private static String sorted(Set<String> values) {
        return values.stream().sorted().collect(Collectors.joining(","));
    }

    private static String first(Map<Part, List<String>> parts, Part part) {
        return parts.getOrDefault(part, List.of()).stream().findFirst().orElse("");
    }

    private static Set<String> all(Map<Part, List<String>> parts, Part part, java.util.function.UnaryOperator<String> compared) {
        Set<String> all = new LinkedHashSet<>();
        parts.getOrDefault(part, List.of()).stream().map(compared).filter(value -> !value.isEmpty()).forEach(all::add);
        return Set.copyOf(all);
    }

    private static String without(Set<String> words, String written) {
        List<String> all = Arrays.asList(NameForm.fold(written).split(" "));
        List<String> telling = all.stream().filter(word -> !words.contains(word)).toList();
        return String.join(" ", telling.isEmpty() ? all : telling);
    }

    private static String bareNumber(String written) {
        return NameForm.fold(written).replace(" ", "");
    }

    private static String padded(String written) {
        return NationalId.parse(written).map(NationalId::digits).orElseGet(() -> bareNumber(written));
    }

    /** Eight digits, year first; a date that cannot be is kept, as it is a date misspelt. Empty when it is no date at all. */
    private static String date(String written) {
        Matcher yearFirst = YEAR_FIRST.matcher(written);
        if (yearFirst.matches()) {
            return eight(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(written);
        return dayFirst.matches() ? eight(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : "";
    }

    private static String eight(String year, String month, String day) {
        return year + (month.length() == 1 ? "0" : "") + month + (day.length() == 1 ? "0" : "") + day;
    }

    public NameForm given() {
        return given;
    }

    public NameForm family() {
        return family;
    }

    /** Given and family name in one, or the name that was never parted. */
    public NameForm full() {
        return full.given() || !given.given() && !family.given() ? full : NameForm.of((given.letters() + " " + family.letters()).strip());
    }

    public boolean company() {
        return company;
    }

    /** Whether given and family name are known apart. */
    public boolean namesApart() {
        return given.given() || family.given();
    }

    public String birthDate() {
        return birthDate;
    }

    public Set<String> nationalIds() {
        return nationalIds;
    }

    public Set<String> companyNumbers() {
        return companyNumbers;
    }

    public Set<String> documents() {
        return documents;
    }

    public Set<String> emails() {
        return emails;
    }

    public Set<String> phones() {
        return phones;
    }

    public NameForm street() {
        return street;
    }

    public NameForm line() {
        return line;
    }

    public NameForm city() {
        return city;
    }

    public NameForm region() {
        return region;
    }

    public String house() {
        return house;
    }

    public String postcode() {
        return postcode;
    }

    boolean addressGiven() {
        return street.given() || line.given() || city.given() || !postcode.isEmpty();
    }

    static boolean valid(Collection<String> nationalIds) {
        return !nationalIds.isEmpty() && nationalIds.stream().allMatch(id -> id.length() == 9 && NationalId.parse(id).isPresent());
    }
}
