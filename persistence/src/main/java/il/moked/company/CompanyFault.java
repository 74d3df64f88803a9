// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.shared.Names;
import jakarta.persistence.*;

/** What can be wrong with something, as whoever opens a call chooses it: recurring ones are counted by it. */
@Entity
@Table(name = "company_fault")
public class CompanyFault {
    /** Where nobody chose. */
    public static final String OTHER = "other";

    @Id
    private String code;
    @Embedded
    private Names names;
    private int place;
    private boolean active;

    protected CompanyFault() {
    }

    public String code() {
        return code;
    }

    public Names names() {
        return names;
    }

    public boolean active() {
        return active;
    }
}
