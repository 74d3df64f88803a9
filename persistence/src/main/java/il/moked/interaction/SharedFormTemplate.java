// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** What is asked by a form that agent and customer fill in together. Forms are data: another one is a row, not a page. */
@Entity
@Table(name = "shared_form_template")
public class SharedFormTemplate {
    /** What stands in a field. An identity number is for the customer alone: to others it is filled or not. */
    public enum Kind {
        TEXT, NAME, ADDRESS, TOWN, PHONE, EMAIL, IDENTITY;

        public boolean secret() {
            return this == IDENTITY;
        }

        boolean accepts(String content) {
            return switch (this) {
                case PHONE -> PhoneNumber.parse(content).isPresent();
                case EMAIL -> EmailAddress.parse(content).isPresent();
                case IDENTITY -> NationalId.parse(content).isPresent();
                default -> true;
            };
        }
    }

    @Id
    private String code;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private int place;
    private boolean active;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "shared_form_template_field", joinColumns = @JoinColumn(name = "template_code"))
    @OrderBy("place")
    private List<Field> fields = new ArrayList<>();

    /** @param place counts from 1 and names it */
    @Embeddable
    public record Field(int place, @Enumerated(EnumType.STRING) Kind kind, @Column(name = "label_he") String hebrewLabel, @Column(name = "label_en") String englishLabel, boolean required) {
        public String label(String language) {
            return "he".equals(language) ? hebrewLabel : englishLabel;
        }
    }

    protected SharedFormTemplate() {
    }

    public String code() {
        return code;
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }
}
