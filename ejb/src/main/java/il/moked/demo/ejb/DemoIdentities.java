// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.channel.Channel;
import il.moked.customer.AuthorisedPerson;
import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Household;
import il.moked.customer.HouseholdMember;
import il.moked.customer.Particulars;
import il.moked.customer.PostalAddress;
import il.moked.customer.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Where the demo's customers live and when they were born, who lives with whom, whose company is whose, and what they allow. */
@ApplicationScoped
public class DemoIdentities {
    private static final List<PostalAddress> ADDRESSES = List.of(
            new PostalAddress("הרצל", "12א", "רחובות", "7610001"), new PostalAddress("שדרות בן גוריון", "48", "חיפה", "3546102"), new PostalAddress("יפו", "97", "ירושלים", "9434001"), new PostalAddress("דיזנגוף", "201", "תל אביב-יפו", "6311501"),
            new PostalAddress("העצמאות", "5", "אשדוד", "7745205"), new PostalAddress("ויצמן", "33", "כפר סבא", "4435009"), new PostalAddress("רגר", "110", "באר שבע", "8436722"));
    private static final int YOUNGEST = 22;
    private static final int YEARS = 55;
    private static final int MOST_ASKED = 3;
    private static final int WITHDRAWN = 9;

    @Inject
    Customers customers;
    @Inject
    Relations relations;
    @Inject
    Consents consents;

    /** @param people persons first, then three companies */
    void seed(List<Customer> people, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Customer> persons = people.stream().filter(one -> one.kind() == Customer.Kind.PERSON).toList();
        for (int index = 0; index < persons.size(); index++) {
            live(persons.get(index), index, today);
            ask(persons.get(index), index, now);
        }
        household("פרץ", now, persons.get(1), persons.get(3), persons.get(10));
        household("שטרן", now, persons.get(8), persons.get(23));
        List<Customer> companies = people.stream().filter(one -> one.kind() == Customer.Kind.COMPANY).toList();
        companies(companies.get(0), companies.get(1), companies.get(2), persons, today, now);
    }

    private void live(Customer person, int index, LocalDate today) {
        Particulars known = person.particulars();
        LocalDate born = today.minusYears(YOUNGEST + (index * 7) % YEARS).minusDays(index * 37L % 365);
        person.change(new Particulars(known.kind(), known.firstName(), known.lastName(), null, known.nationalId(), null, born, ADDRESSES.get(index % ADDRESSES.size()), known.language()));
    }

    private void ask(Customer person, int index, Instant now) {
        Instant then = now.minus(Duration.ofDays(30 + index * 5L));
        if (index % MOST_ASKED == 0) {
            said(person, Channel.SMS, true, Consent.Manner.WEB_SITE, "אני מאשר/ת קבלת דברי פרסומת במסרון. אפשר להסיר בכל עת.", then, now);
            said(person, Channel.EMAIL, true, Consent.Manner.SIGNED, "טופס פתיחת חשבון, סעיף 7: קבלת עדכונים ומבצעים בדואר אלקטרוני.", then, now);
        }
        if (index % WITHDRAWN == 0) {
            said(person, Channel.SMS, false, Consent.Manner.SPOKEN, "ביקש/ה בשיחה לא לקבל יותר מסרונים שיווקיים.", then.plus(Duration.ofDays(12)), now);
        }
    }

    private void said(Customer person, Channel channel, boolean given, Consent.Manner manner, String wording, Instant at, Instant now) {
        consents.add(new Consent(person.id(), channel, Consent.Purpose.PROMOTION, given, manner, wording, at, manner == Consent.Manner.SPOKEN ? "dana" : "crm", now));
    }

    private void household(String name, Instant now, Customer head, Customer partner, Customer... children) {
        Household household = new Household(name, now);
        household.admit(head, HouseholdMember.Part.ADULT, now);
        household.admit(partner, HouseholdMember.Part.PARTNER, now);
        for (Customer child : children) {
            household.admit(child, HouseholdMember.Part.CHILD, now);
        }
        relations.add(household);
    }

    private void companies(Customer bakery, Customer logistics, Customer software, List<Customer> persons, LocalDate today, Instant now) {
        Customer group = company("צמח אחזקות בע\"מ", "514000041", now);
        Customer terminals = company("צמח מסופי מטען בע\"מ", "514000058", now);
        logistics.ownedBy(group);
        terminals.ownedBy(logistics);
        acts(group, persons.get(15), AuthorisedPerson.Role.OWNER, today.minusYears(6), null, now);
        acts(logistics, persons.get(15), AuthorisedPerson.Role.SIGNATORY, today.minusYears(6), null, now);
        acts(logistics, persons.get(11), AuthorisedPerson.Role.DIRECTOR, today.minusYears(5), today.minusMonths(8), now);
        acts(bakery, persons.get(9), AuthorisedPerson.Role.BOOKKEEPER, today.minusYears(2), today.plusYears(1), now);
        acts(software, persons.get(16), AuthorisedPerson.Role.CONTACT, today.minusMonths(3), null, now);
    }

    private Customer company(String name, String number, Instant now) {
        Customer company = Customer.company(name, number, "he", now);
        customers.add(company);
        return company;
    }

    private void acts(Customer company, Customer person, AuthorisedPerson.Role role, LocalDate from, LocalDate until, Instant now) {
        relations.add(new AuthorisedPerson(company, person, role, from, until, "crm", now));
    }
}
