// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.DuplicateWarning;
import il.moked.customer.Identifier;
import il.moked.customer.Particular;
import il.moked.customer.Particulars;
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewCustomer;
import il.moked.customer.ejb.Registration.NewIdentifier;
import il.moked.customer.ejb.Registration.Suspected;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.WrongFieldsException.Wrong;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final DuplicateWarning LIKE = new DuplicateWarning(7, "דנה לוי", false, List.of("phone"));
    private static final Map<Particular, String> DANA = Map.of(Particular.FIRST_NAME, "דנה", Particular.LAST_NAME, "לוי");

    private final List<List<ContactPoint.Written>> asked = new ArrayList<>();
    private final Registration registration = new Registration();

    RegistrationTest() {
        registration.clock = Clock.fixed(Instant.parse("2026-05-14T09:00:00Z"), ZoneOffset.UTC);
        registration.suspecting = new Suspecting() {
            @Override
            LocalDate today() {
                return LocalDate.of(2026, 5, 14);
            }

            @Override
            List<DuplicateWarning> like(Particulars particulars, List<Identifier.Value> identifiers, List<ContactPoint.Written> contactPoints, Long known) {
                asked.add(contactPoints);
                return List.of(LIKE);
            }
        };
        registration.outsourcing = new Outsourcing() {
            @Override
            public void check(long customerId) {
                // our own people
            }
        };
        registration.customers = new Customers() {
            @Override
            public void add(Customer customer) {
                throw new AssertionError("nothing may be kept");
            }

            @Override
            public Customer get(long id) {
                Customer guest = Customer.guest("052-345-6789", "he", Instant.EPOCH);
                guest.reachableBy(ContactPoint.Kind.PHONE, "+972523456789", "0523456789", false, Instant.EPOCH);
                give(guest, id);
                return guest;
            }
        };
    }

    private static void give(Customer guest, long id) {
        try {
            Field field = Customer.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(guest, id);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    @Test
    void whoIsLikeSomebodyIsNotKeptBeforeAPersonLooked() {
        assertThat(registration.register(new NewCustomer(Customer.Kind.PERSON, DANA, List.of(), List.of()), false)).isEqualTo(new Suspected(List.of(LIKE)));
    }

    @Test
    void ofAGuestTheAddressesHeCameFromAreAskedAbout() {
        assertThat(registration.registerGuest(5, 0, new NewCustomer(Customer.Kind.PERSON, DANA, List.of(), List.of(new NewContactPoint(ContactPoint.Kind.EMAIL, "Dana@Example.com", null))), false)).isInstanceOf(Suspected.class);
        assertThat(asked.get(0)).extracting(ContactPoint.Written::address).containsExactly("+972523456789", "dana@example.com");
    }

    @Test
    void everythingWrongIsToldAtOnceAndBeforeAnybodyIsAsked() {
        NewCustomer wrong = new NewCustomer(Customer.Kind.PERSON, Map.of(Particular.NATIONAL_ID, "123456789"), List.of(new NewIdentifier(Identifier.Kind.PASSPORT, "FR", "!")), List.of(new NewContactPoint(ContactPoint.Kind.PHONE, "12", null)));
        assertThatThrownBy(() -> registration.register(wrong, true)).isInstanceOfSatisfying(WrongFieldsException.class, refused -> assertThat(refused.wrong()).containsExactlyInAnyOrder(Wrong.of("firstName", "shared.required"), Wrong.of("lastName", "shared.required"),
                Wrong.of("nationalId", "shared.national-id"), Wrong.of("identifiers[0].number", "customer.identifier-number"), Wrong.of("contactPoints[0].address", "shared.phone")));
        assertThat(asked).isEmpty();
    }

    @Test
    void nobodyIsRegisteredAsAGuestNorWithAHundredNumbers() {
        assertThatThrownBy(() -> registration.register(new NewCustomer(Customer.Kind.GUEST, DANA, List.of(), List.of()), true)).isInstanceOfSatisfying(WrongFieldsException.class, refused -> assertThat(refused.wrong()).containsExactly(Wrong.of("kind", "shared.choice")));
        List<NewContactPoint> many = Collections.nCopies(100, new NewContactPoint(ContactPoint.Kind.EMAIL, "a@b.example", null));
        assertThatThrownBy(() -> registration.register(new NewCustomer(Customer.Kind.PERSON, DANA, List.of(), many), true)).isInstanceOfSatisfying(WrongFieldsException.class, refused -> assertThat(refused.wrong()).extracting(Wrong::field).containsExactly("contactPoints"));
    }
}
