// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.persistence.*;
import java.util.Optional;

/** Why something was complained of: a code of the list product × component × cause. */
@Entity
@Table(name = "complaint_cause")
public class ComplaintCause {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "complaint_cause_seq")
    @SequenceGenerator(name = "complaint_cause_seq", sequenceName = "complaint_cause_seq")
    private Long id;
    @Column(updatable = false)
    private String sku;
    @Column(updatable = false)
    private String component;
    @Column(updatable = false)
    private String code;
    @Column(name = "component_he")
    private String componentHebrew;
    @Column(name = "component_en")
    private String componentEnglish;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private boolean active = true;

    protected ComplaintCause() {
    }

    public Long id() {
        return id;
    }

    /** Of the product it can be with; of any when there is none. */
    public Optional<String> sku() {
        return Optional.of(sku).filter(one -> !one.isEmpty());
    }

    /** Code of the part of the product or service that was wrong. */
    public String component() {
        return component;
    }

    public String code() {
        return code;
    }

    public String component(String language) {
        return "he".equals(language) ? componentHebrew : componentEnglish;
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public boolean fits(String ofSku) {
        return active && (sku.isEmpty() || sku.equals(ofSku));
    }
}
