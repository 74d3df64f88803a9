// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Sums what customers bought. Purchases are kept in an area above this one, which provides the bean of this type. */
public interface PurchaseHistory {
    /** @param since purchases from then on are counted and summed @return by customer; who never bought anything is not in it */
    Map<Long, Behaviour> of(Collection<Long> customerIds, Instant since);
}
