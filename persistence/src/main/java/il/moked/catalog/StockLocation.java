// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.Names;
import jakarta.persistence.*;

/** Where goods are kept and handed out: a warehouse or a branch; or the van of a technician, from which nothing is sold. */
@Entity
@Table(name = "stock_location")
public class StockLocation {
    public enum Kind { WAREHOUSE, BRANCH, VAN }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_location_seq")
    @SequenceGenerator(name = "stock_location_seq", sequenceName = "stock_location_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    /** What is sent comes from the first that has it. */
    private int place;
    private boolean active = true;
    @Version
    private int version;

    protected StockLocation() {
    }

    public StockLocation(String code, String hebrewName, String englishName, Kind kind, int place) {
        this.code = code;
        this.names = new Names(hebrewName, englishName);
        this.kind = kind;
        this.place = place;
    }

    public void become(String hebrew, String english, int takenFrom, boolean inUse) {
        names = new Names(hebrew, english);
        place = takenFrom;
        active = inUse;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name(String language) {
        return names.in(language);
    }

    public Kind kind() {
        return kind;
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
