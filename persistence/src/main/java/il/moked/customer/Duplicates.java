// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.List;

/** Who may be the same customer as one who is being registered or changed. There is at most one bean of this type; without one nobody is warned. */
public interface Duplicates {
    /**
     * @param known id of the customer, who is never among the answers; null when he is not registered yet
     * @return likeliest first, at most a screenful; never who was joined into another
     */
    List<DuplicateWarning> like(Particulars particulars, List<Identifier.Value> identifiers, List<ContactPoint.Written> contactPoints, Long known);
}
