// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.customer.ContactPoint;
import il.moked.selfservice.PortalSession;
import java.util.List;
import java.util.Optional;

/** Who may sign in at the portal as one kind of visitor. An area that lets people in brings one. */
public interface PortalPeople {
    PortalSession.Kind kind();

    /** All who may sign in by a code sent to that address. */
    List<Person> reachedBy(ContactPoint.Kind kind, String address);

    /**
     * @param id of the customer, or of the person of a company @param customerId on whose card it is told that a code was sent
     * @param sure whether it was made sure that the address is his; otherwise he is asked for the last digits of his identity number as well
     * @param identity his identity number; empty when it is not known
     */
    record Person(long id, long customerId, boolean sure, Optional<String> identity) {
        private static final int LAST_DIGITS = 4;

        boolean answersTo(String lastDigits) {
            return lastDigits != null && lastDigits.matches("[0-9]{" + LAST_DIGITS + "}") && identity.filter(number -> number.endsWith(lastDigits)).isPresent();
        }
    }
}
