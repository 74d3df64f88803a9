// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.Names;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;

/** What can be wrong with something, as whoever opens a call chooses it: recurring ones are counted by it. Out of use it is chosen no more; calls and reports keep it. */
@Entity
@Table(name = "company_fault")
public class CompanyFault {
    /** Where nobody chose. It is never out of use. */
    public static final String OTHER = "other";
    /** Of a place in the list. */
    public static final int LAST_PLACE = 999;

    @Id
    private String code;
    @Column(insertable = false, updatable = false)
    private Long number;
    @Embedded
    private Names names;
    private int place;
    private boolean active = true;
    @Version
    private int version;

    protected CompanyFault() {
    }

    /** @param place in the list that is chosen from, 1 to {@link #LAST_PLACE} */
    public record Terms(String hebrewName, String englishName, int place) {
        /** @throws BusinessException with the field that is wrong */
        public Terms {
            Names names = Given.names(hebrewName, englishName);
            hebrewName = names.hebrew();
            englishName = names.english();
            Given.whole("place", place, 1, LAST_PLACE);
        }
    }

    /** @throws BusinessException {@code shared.code} */
    public CompanyFault(String code, Terms terms) {
        this.code = Given.code("code", code);
        become(terms);
    }

    public void become(Terms terms) {
        names = new Names(terms.hebrewName(), terms.englishName());
        place = terms.place();
    }

    /** @throws BusinessException {@code company.fault-other}: there must be something to choose for whoever finds nothing */
    public void offered(boolean inUse) {
        if (!inUse && code.equals(OTHER)) {
            throw new BusinessException("company.fault-other", "active");
        }
        active = inUse;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public String code() {
        return code;
    }

    /** Under which its changes are written down; null until it is stored. */
    public Long number() {
        return number;
    }

    public Names names() {
        return names;
    }

    public int place() {
        return place;
    }

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }
}
