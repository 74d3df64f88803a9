// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.channel.Channel;
import il.moked.customer.AuthorisedPerson;
import il.moked.customer.Consent;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.DuplicateWarning;
import il.moked.customer.HouseholdMember;
import il.moked.customer.Identifier;
import il.moked.customer.Particular;
import il.moked.customer.Segment;
import il.moked.customer.ejb.Consenting.NewConsent;
import il.moked.customer.ejb.IdentityReading.Identity;
import il.moked.customer.ejb.IdentityReading.Ties;
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewCustomer;
import il.moked.customer.ejb.Registration.NewIdentifier;
import il.moked.customer.ejb.Relating.NewAuthorisation;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.api.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is said of customers over REST: read field by field, so that what is misspelt is refused and not left out. */
final class CustomerBodies {
    private static final int LONGEST_BODY = 40_000;
    private static final int LONGEST_VALUE = 2000;

    private CustomerBodies() {
    }

    private static Fields fields(String body) {
        if (body.length() > LONGEST_BODY) {
            throw new BusinessException("shared.bad-request");
        }
        return Fields.of(body);
    }

    /** @param despite whether he is none of those who are like him */
    record Registering(NewCustomer customer, boolean despite) {
        static Registering read(String body) {
            Fields fields = fields(body);
            NewCustomer customer = new NewCustomer(fields.findOne("kind", Customer.Kind.class).orElse(null), particulars(fields), fields.rows("identifiers").stream().map(CustomerBodies::identifier).toList(),
                    fields.rows("contactPoints").stream().map(CustomerBodies::contactPoint).toList());
            boolean despite = fields.flag("despiteDuplicates");
            fields.nothingElse();
            return new Registering(customer, despite);
        }
    }

    /** Null or empty takes away what was known. */
    static Map<Particular, String> changes(String body) {
        Fields fields = fields(body);
        Map<Particular, String> changes = particulars(fields);
        fields.nothingElse();
        return changes;
    }

    private static Map<Particular, String> particulars(Fields fields) {
        Map<Particular, String> written = new EnumMap<>(Particular.class);
        for (Particular one : Particular.values()) {
            if (fields.has(one.field())) {
                written.put(one, text(fields, one.field()));
            }
        }
        return written;
    }

    private static String text(Fields fields, String name) {
        return fields.findText(name, LONGEST_VALUE).orElse("");
    }

    static NewIdentifier identifier(String body) {
        return identifier(fields(body));
    }

    private static NewIdentifier identifier(Fields fields) {
        NewIdentifier identifier = new NewIdentifier(fields.findOne("kind", Identifier.Kind.class).orElse(null), text(fields, "country"), text(fields, "number"));
        fields.nothingElse();
        return identifier;
    }

    static NewContactPoint contactPoint(String body) {
        return contactPoint(fields(body));
    }

    private static NewContactPoint contactPoint(Fields fields) {
        NewContactPoint point = new NewContactPoint(fields.findOne("kind", ContactPoint.Kind.class).orElse(null), text(fields, "address"), fields.findText("label", LONGEST_VALUE).orElse(null));
        fields.nothingElse();
        return point;
    }

    /** @param label null: stays; blank: none @param usualCaller null: stays */
    record ContactPointChange(String label, boolean verified, boolean preferred, Boolean usualCaller) {
        static ContactPointChange read(String body) {
            Fields fields = fields(body);
            ContactPointChange change = new ContactPointChange(fields.has("label") ? text(fields, "label") : null, fields.flag("verified"), fields.flag("preferred"), fields.has("usualCaller") ? fields.flag("usualCaller") : null);
            fields.nothingElse();
            return change;
        }
    }

    /** @param customerId of the other */
    record NewHousemate(long customerId, HouseholdMember.Part part) {
        static NewHousemate read(String body) {
            Fields fields = fields(body);
            NewHousemate housemate = new NewHousemate(fields.whole("customerId", 1, Long.MAX_VALUE), fields.one("part", HouseholdMember.Part.class));
            fields.nothingElse();
            return housemate;
        }
    }

    /** @return null: it belongs to none */
    static Long parent(String body) {
        Fields fields = fields(body);
        if (!fields.has("companyId")) {
            throw new BusinessException("shared.field-missing", "companyId");
        }
        Long parent = fields.findWhole("companyId", 1, Long.MAX_VALUE).orElse(null);
        fields.nothingElse();
        return parent;
    }

    static NewAuthorisation authorisation(String body) {
        Fields fields = fields(body);
        NewAuthorisation authorisation = new NewAuthorisation(fields.findWhole("personId", 1, Long.MAX_VALUE).orElse(null), fields.findOne("role", AuthorisedPerson.Role.class).orElse(null), text(fields, "from"), text(fields, "until"));
        fields.nothingElse();
        return authorisation;
    }

    /** @return last day as written; empty: yesterday was the last */
    static String until(String body) {
        Fields fields = fields(body);
        String until = text(fields, "until");
        fields.nothingElse();
        return until;
    }

    static NewConsent consent(String body) {
        Fields fields = fields(body);
        NewConsent consent = new NewConsent(fields.findOne("channel", Channel.class).orElse(null), fields.findOne("purpose", Consent.Purpose.class).orElse(null), fields.has("given") ? fields.flag("given") : null,
                fields.findOne("manner", Consent.Manner.class).orElse(null), text(fields, "wording"), text(fields, "saidAt"));
        fields.nothingElse();
        return consent;
    }

    /** A customer as other systems read him. Absent fields are not known, or not his kind's. */
    public record CustomerBody(long id, Customer.Kind kind, String name, String firstName, String lastName, String maskedNationalId, String companyNumber, LocalDate birthDate, String street, String house, String city, String postcode, Segment segment,
            String language, Instant createdAt, List<ContactPointBody> contactPoints, List<IdentifierBody> identifiers) {
        static CustomerBody of(Identity of) {
            Map<Particular, String> known = of.particulars();
            return new CustomerBody(of.id(), of.kind(), of.name(), known.get(Particular.FIRST_NAME), known.get(Particular.LAST_NAME), of.maskedNationalId(), known.get(Particular.COMPANY_NUMBER), of.birthDate(), known.get(Particular.STREET), known.get(Particular.HOUSE),
                    known.get(Particular.CITY), known.get(Particular.POSTCODE), of.segment(), of.language(), of.createdAt(),
                    of.contactPoints().stream().map(point -> new ContactPointBody(point.id(), point.kind(), point.address(), point.label(), point.verified(), point.preferred(), point.usualCaller())).toList(),
                    of.identifiers().stream().map(number -> new IdentifierBody(number.id(), number.kind(), number.country(), number.masked())).toList());
        }
    }

    public record ContactPointBody(long id, ContactPoint.Kind kind, String address, String label, boolean verified, boolean preferred, boolean usualCaller) {
    }

    public record IdentifierBody(long id, Identifier.Kind kind, String country, String masked) {
    }

    /** A refusal that names those who may be the same. */
    public record DuplicatesProblem(String type, String title, int status, String code, List<Duplicate> duplicates) {
        static DuplicatesProblem of(Problem problem, List<DuplicateWarning> warnings) {
            return new DuplicatesProblem(problem.type(), problem.title(), problem.status(), problem.code(), warnings.stream().map(Duplicate::of).toList());
        }
    }

    public record Duplicate(long customerId, String name, boolean certain, List<String> evidence) {
        static Duplicate of(DuplicateWarning warning) {
            return new Duplicate(warning.customerId(), warning.name(), warning.certain(), warning.evidence());
        }
    }

    /** @param duplicates who is like him now that he is changed */
    public record ChangedBody(CustomerBody customer, List<Duplicate> duplicates) {
    }

    public record TiesBody(List<HouseholdBody> households, List<OtherBody> parents, List<OtherBody> daughters, List<AuthorisedBody> authorisedPersons, List<AuthorisedBody> actsFor) {
        static TiesBody of(Ties ties) {
            return new TiesBody(ties.households().stream().map(home -> new HouseholdBody(home.id(), home.name(), home.part(), home.others().stream().map(mate -> new HousemateBody(mate.person().id(), mate.person().name(), mate.part())).toList())).toList(),
                    ties.above().stream().map(OtherBody::of).toList(), ties.daughters().stream().map(OtherBody::of).toList(), ties.authorised().stream().map(AuthorisedBody::of).toList(), ties.actsFor().stream().map(AuthorisedBody::of).toList());
        }
    }

    public record HouseholdBody(long id, String name, HouseholdMember.Part part, List<HousemateBody> others) {
    }

    public record HousemateBody(long customerId, String name, HouseholdMember.Part part) {
    }

    public record OtherBody(long customerId, String name) {
        static OtherBody of(il.moked.customer.ejb.IdentityReading.Other other) {
            return new OtherBody(other.id(), other.name());
        }
    }

    public record AuthorisedBody(long id, long customerId, String name, AuthorisedPerson.Role role, LocalDate from, LocalDate until, boolean now) {
        static AuthorisedBody of(il.moked.customer.ejb.IdentityReading.Authorised one) {
            return new AuthorisedBody(one.id(), one.other().id(), one.other().name(), one.role(), one.from(), one.until(), one.now());
        }
    }
}
