// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.channel.Channel;
import il.moked.customer.Traits.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A customer as a line of a file tells him, every value checked by itself. What the line leaves out stays as it is known.
 *
 * @param number of the line, from 1, the heading included
 * @param customerId as he is known here, or null
 * @param name under which another system knows him, or null
 * @param written what the line says of him himself, as written
 * @param particulars the same, checked, as of somebody of whom nothing else is known
 * @param documents passports of a person, registrations abroad of a company
 * @param segment null when the line says none
 * @param said what he allows and forbids
 * @param wording of that, or null
 * @param saidOn the day, or null
 * @param key the same for the same content from the same system
 */
public record CustomerLine(int number, Long customerId, ExternalCustomers.Name name, Map<Particular, String> written, Particulars particulars, List<Identifier.Value> documents, List<ContactPoint.Written> contactPoints, Segment segment,
        Map<Said, Boolean> said, String wording, LocalDate saidOn, String key) {
    private static final String BETWEEN = "\u001F";

    /** About what he said yes or no. */
    public record Said(Consent.Purpose purpose, Channel channel) {
    }

    /** What tells him from others. */
    public Traits traits() {
        return traits(telling());
    }

    /** The same in one short text, for keeping many of them. */
    String telling() {
        StringBuilder telling = new StringBuilder(particulars.kind() == Customer.Kind.COMPANY ? "C" : "P");
        tell(telling, Part.GIVEN_NAME, particulars.firstName());
        tell(telling, Part.FAMILY_NAME, particulars.lastName());
        tell(telling, Part.FULL_NAME, particulars.name());
        tell(telling, Part.NATIONAL_ID, particulars.written(Particular.NATIONAL_ID));
        tell(telling, Part.COMPANY_NUMBER, particulars.written(Particular.COMPANY_NUMBER));
        tell(telling, Part.BIRTH_DATE, particulars.written(Particular.BIRTH_DATE));
        tell(telling, Part.STREET, particulars.address().street());
        tell(telling, Part.HOUSE, particulars.address().house());
        tell(telling, Part.CITY, particulars.address().city());
        tell(telling, Part.POSTCODE, particulars.address().postcode());
        documents.forEach(document -> tell(telling, Part.DOCUMENT, document.country() + document.number()));
        contactPoints.forEach(point -> tell(telling, point.kind() == ContactPoint.Kind.EMAIL ? Part.EMAIL : Part.PHONE, point.address()));
        return telling.toString();
    }

    private static void tell(StringBuilder telling, Part part, String value) {
        if (value != null && !value.isEmpty()) {
            telling.append(BETWEEN).append((char) ('A' + part.ordinal())).append(value);
        }
    }

    static Traits traits(String telling) {
        String[] parts = telling.split(BETWEEN);
        Traits.Collecting collecting = Traits.collecting().company(parts[0].equals("C"));
        for (int at = 1; at < parts.length; at++) {
            collecting.with(Part.values()[parts[at].charAt(0) - 'A'], parts[at].substring(1));
        }
        return collecting.done();
    }

    /** Whether nothing in it names its customer beyond doubt. */
    public boolean nameless() {
        return customerId == null && name == null && particulars.nationalId() == null && particulars.companyNumber() == null && documents.isEmpty();
    }
}
