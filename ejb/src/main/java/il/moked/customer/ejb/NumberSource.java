// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import java.util.List;

/** An area whose numbers lead to a customer: of conversations, invoices, orders, cases. Search asks each of them. */
public interface NumberSource {
    /**
     * Ids of the customers whose number this is, found by an index. Nobody when it cannot be one of these numbers.
     *
     * @param written as it was typed, without spaces around it
     */
    List<Long> customersOf(String written);
}
