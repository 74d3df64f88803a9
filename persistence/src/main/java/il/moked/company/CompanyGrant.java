// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import jakarta.persistence.*;
import java.io.Serializable;

/** One thing somebody may do. @param siteId where; {@link #WHOLE} for the whole company */
@Embeddable
public record CompanyGrant(@Column(name = "site_id") long siteId, @Enumerated(EnumType.STRING) Permission may) implements Serializable {
    public static final long WHOLE = 0;

    public static CompanyGrant everywhere(Permission may) {
        return new CompanyGrant(WHOLE, may);
    }

    public boolean whole() {
        return siteId == WHOLE;
    }
}
