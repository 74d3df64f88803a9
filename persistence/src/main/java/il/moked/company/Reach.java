// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import java.util.Set;

/** Where somebody may do something: in the whole company, or at these sites. What belongs to no site is the whole company's. */
public record Reach(boolean whole, Set<Long> sites) {
    /** Nothing anywhere. */
    public boolean none() {
        return !whole && sites.isEmpty();
    }

    /** @param siteId null for what belongs to no site */
    public boolean covers(Long siteId) {
        return whole || siteId != null && sites.contains(siteId);
    }

    /** The same within one site. */
    public Reach at(long siteId) {
        return new Reach(false, covers(siteId) ? Set.of(siteId) : Set.of());
    }
}
