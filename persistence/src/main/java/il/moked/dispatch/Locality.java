// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.Names;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;

/** A town: where it lies, for whoever knows no better, and whose territory it is in. */
@Entity
@Table(name = "locality")
public class Locality {
    @Id
    private String code;
    @Column(insertable = false, updatable = false)
    private Long number;
    @Embedded
    private Names names;
    private String territory;
    @Embedded
    private GeoPoint middle;
    @Version
    private int version;

    protected Locality() {
    }

    /** What is known of a town. */
    public record Facts(String hebrewName, String englishName, String territory, GeoPoint middle) {
        /** @throws BusinessException with the field that is wrong */
        public Facts {
            Names names = Given.names(hebrewName, englishName);
            hebrewName = names.hebrew();
            englishName = names.english();
            territory = Given.code("territory", territory);
        }
    }

    public Locality(String code, Facts facts) {
        this.code = Given.code("code", code);
        become(facts);
    }

    public void become(Facts facts) {
        names = new Names(facts.hebrewName(), facts.englishName());
        territory = facts.territory();
        middle = facts.middle();
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

    public Facts facts() {
        return new Facts(names.hebrew(), names.english(), territory, middle);
    }

    public String name(String language) {
        return names.in(language);
    }

    public String territory() {
        return territory;
    }

    public GeoPoint middle() {
        return middle;
    }

    public int version() {
        return version;
    }
}
