// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.customer.ejb.NumberSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** A customer is found by the number of any of his cases. */
@ApplicationScoped
class CaseNumbers implements NumberSource {
    private static final String NUMBER = "[cC][0-9]{6,12}";

    @Inject
    Cases cases;

    @Override
    public List<Long> customersOf(String written) {
        return written.matches(NUMBER) ? cases.findByNumber(written.toUpperCase(Locale.ROOT)).map(ServiceCase::customerId).stream().toList() : List.of();
    }
}
