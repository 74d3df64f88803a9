// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar;

import jakarta.persistence.*;
import java.time.Instant;

/** One version of a business calendar. Its content never changes; a change makes the next version, which takes its place. */
@Entity
@Table(name = "business_calendar")
public class CalendarVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "business_calendar_seq")
    @SequenceGenerator(name = "business_calendar_seq", sequenceName = "business_calendar_seq")
    private Long id;
    private String code;
    @Column(name = "version")
    private int number;
    @Column(name = "current_code")
    private String currentCode;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private String content;
    private String note;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "made_at")
    private Instant madeAt;

    protected CalendarVersion() {
    }

    /** In force. The version before must have been {@link #replaced}. */
    public CalendarVersion(String code, int number, String hebrewName, String englishName, String content, String note, String madeBy, Instant madeAt) {
        this.code = code;
        this.number = number;
        this.currentCode = code;
        this.hebrewName = hebrewName;
        this.englishName = englishName;
        this.content = content;
        this.note = note;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    public void replaced() {
        currentCode = null;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int number() {
        return number;
    }

    public boolean current() {
        return currentCode != null;
    }

    public String hebrewName() {
        return hebrewName;
    }

    public String englishName() {
        return englishName;
    }

    public String content() {
        return content;
    }

    public String note() {
        return note;
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
