// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.persistence.*;
import java.util.Optional;

/** Why something was complained of: a code of the list product × component × cause. It is never deleted: what was complained of keeps its cause. */
@Entity
@Table(name = "complaint_cause")
public class ComplaintCause {
    /** Of a name. */
    public static final int LONGEST = 80;

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
    @Version
    private int version;

    protected ComplaintCause() {
    }

    /** @param sku of the product it can be with, null for any @param component code of the part that was wrong @param code unique among those of product and component */
    public ComplaintCause(String sku, String component, String code) {
        this.sku = sku == null ? Complaint.NONE : sku;
        this.component = component;
        this.code = code;
    }

    /** A component is called the same in all its causes. @return false when it was called so before */
    public boolean ofComponent(String hebrew, String english) {
        boolean renamed = !hebrew.equals(componentHebrew) || !english.equals(componentEnglish);
        componentHebrew = hebrew;
        componentEnglish = english;
        return renamed;
    }

    /** @param inUse false: no complaint is given it any more; those that have it keep it */
    public void become(String hebrew, String english, boolean inUse) {
        hebrewName = hebrew;
        englishName = english;
        active = inUse;
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

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }

    public boolean fits(String ofSku) {
        return active && (sku.isEmpty() || sku.equals(ofSku));
    }
}
