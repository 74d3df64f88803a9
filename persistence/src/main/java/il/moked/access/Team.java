// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

import jakarta.persistence.*;

/** People who answer for the same queues. */
@Entity
@Table(name = "team")
public class Team {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "team_seq")
    @SequenceGenerator(name = "team_seq", sequenceName = "team_seq")
    private Long id;
    private String code;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private boolean outsourced;
    @Version
    private int version;

    protected Team() {
    }

    public Team(String code, String hebrewName, String englishName) {
        this.code = code;
        this.hebrewName = hebrewName;
        this.englishName = englishName;
    }

    public void rename(String hebrew, String english) {
        hebrewName = hebrew;
        englishName = english;
    }

    /** Its people are another firm's: they see no identity number, and only customers who were routed to them. */
    public void outsource(boolean toAnotherFirm) {
        outsourced = toAnotherFirm;
    }

    public boolean outsourced() {
        return outsourced;
    }

    public int version() {
        return version;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }
}
