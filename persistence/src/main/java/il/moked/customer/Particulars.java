// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.CompanyNumber;
import il.moked.shared.DayText;
import il.moked.shared.NationalId;
import il.moked.shared.WrongFieldsException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a registered customer himself, every value checked. A person has first and last name and may have an
 * identity number and a day of birth; a company has a name and may have its number in the register.
 *
 * @param kind person or company, never guest
 * @param name of a company; null of a person
 * @param address never null
 * @param language {@code he} or {@code en}: in which he wants to be addressed
 */
public record Particulars(Customer.Kind kind, String firstName, String lastName, String name, NationalId nationalId, CompanyNumber companyNumber, LocalDate birthDate, PostalAddress address, String language) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_HOUSE = 20;
    private static final int LONGEST_CITY = 80;
    private static final int OLDEST_YEARS = 130;
    private static final String POSTCODE = "[0-9A-Z][0-9A-Z -]{2,9}";
    private static final Set<String> LANGUAGES = Set.of("he", "en");

    /** Of somebody of whom nothing is known yet. */
    public static Particulars none(Customer.Kind kind, String language) {
        return new Particulars(kind, null, null, null, null, null, null, PostalAddress.UNKNOWN, language);
    }

    /**
     * The same with what was written in place of what was known. What is not in the map stays; what is blank there is not known any more.
     *
     * @param today of the organisation: nobody is born later
     * @throws WrongFieldsException naming every field that is wrong, missing, or not one of such a customer
     */
    public Particulars with(Map<Particular, String> written, LocalDate today) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        Particulars next = read(written, today, reading);
        reading.done();
        return next;
    }

    /** As {@link #with}; what is wrong is collected, the result is good for nothing then. */
    public Particulars read(Map<Particular, String> written, LocalDate today, WrongFieldsException.Reading reading) {
        written.keySet().stream().filter(one -> !one.of(kind)).forEach(one -> reading.refuse(one.field(), "customer.field-of-other-kind"));
        Draft draft = new Draft(written, reading);
        Particulars next = new Particulars(kind, draft.line(Particular.FIRST_NAME, firstName, LONGEST_NAME), draft.line(Particular.LAST_NAME, lastName, LONGEST_NAME), draft.line(Particular.NAME, name, LONGEST_NAME),
                draft.value(Particular.NATIONAL_ID, nationalId, "shared.national-id", NationalId::parse), draft.value(Particular.COMPANY_NUMBER, companyNumber, "shared.company-number", CompanyNumber::parse),
                draft.value(Particular.BIRTH_DATE, birthDate, "customer.birth-date", text -> DayText.read(text).filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(OLDEST_YEARS)))),
                new PostalAddress(draft.line(Particular.STREET, address.street(), LONGEST_NAME), draft.line(Particular.HOUSE, address.house(), LONGEST_HOUSE), draft.line(Particular.CITY, address.city(), LONGEST_CITY),
                        draft.value(Particular.POSTCODE, address.postcode(), "customer.postcode", text -> Optional.of(text.toUpperCase(java.util.Locale.ROOT)).filter(code -> code.matches(POSTCODE)))),
                draft.value(Particular.LANGUAGE, language, "shared.language", text -> Optional.of(text).filter(LANGUAGES::contains)));
        if (kind == Customer.Kind.PERSON) {
            reading.require(Particular.FIRST_NAME.field(), next.firstName);
            reading.require(Particular.LAST_NAME.field(), next.lastName);
        } else {
            reading.require(Particular.NAME.field(), next.name);
        }
        reading.require(Particular.LANGUAGE.field(), next.language);
        return next;
    }

    private record Draft(Map<Particular, String> written, WrongFieldsException.Reading reading) {
        String line(Particular which, String known, int longest) {
            return written.containsKey(which) ? reading.line(which.field(), written.get(which), longest) : known;
        }

        <T> T value(Particular which, T known, String refusal, java.util.function.Function<String, Optional<T>> reads) {
            return written.containsKey(which) ? reading.read(which.field(), written.get(which), refusal, reads) : known;
        }
    }

    /** As he is called on cards and in letters. */
    public String displayName() {
        return kind == Customer.Kind.COMPANY ? name : firstName + " " + lastName;
    }

    /** What is not the same in the other. */
    public Set<Particular> differences(Particulars other) {
        return EnumSet.allOf(Particular.class).stream().filter(one -> !Objects.equals(written(one), other.written(one))).collect(Collectors.toCollection(() -> EnumSet.noneOf(Particular.class)));
    }

    /** As it is written in forms, whole: whoever shows an identity number masks it first. Empty when not known. */
    public String written(Particular which) {
        Object value = switch (which) {
            case FIRST_NAME -> firstName;
            case LAST_NAME -> lastName;
            case NATIONAL_ID -> nationalId == null ? null : nationalId.digits();
            case BIRTH_DATE -> birthDate;
            case NAME -> name;
            case COMPANY_NUMBER -> companyNumber;
            case STREET -> address.street();
            case HOUSE -> address.house();
            case CITY -> address.city();
            case POSTCODE -> address.postcode();
            case LANGUAGE -> language;
        };
        return value == null ? "" : value.toString();
    }
}
