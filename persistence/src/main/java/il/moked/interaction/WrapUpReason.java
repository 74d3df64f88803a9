// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.persistence.*;

/** How a conversation ended, as the organisation counts it. */
@Entity
@Table(name = "wrap_up_reason")
public class WrapUpReason {
    /** Code of the reason for a conversation that did no more than bring a customer a one-time code. */
    public static final String CODE_SENT = "CODE";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "wrap_up_reason_seq")
    @SequenceGenerator(name = "wrap_up_reason_seq", sequenceName = "wrap_up_reason_seq")
    private Long id;
    private String code;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private int position;
    private boolean active = true;

    protected WrapUpReason() {
    }

    public WrapUpReason(String code, String hebrewName, String englishName, int position) {
        this.code = code;
        this.hebrewName = hebrewName;
        this.englishName = englishName;
        this.position = position;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** Whether people choose it: the others say what ended by itself. */
    public boolean chosen() {
        return active;
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }
}
