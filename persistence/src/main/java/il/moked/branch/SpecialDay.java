// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.calendar.BusinessCalendarText;
import il.moked.shared.Given;
import il.moked.shared.Names;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.List;

/** A day on which a branch is open otherwise than its calendar says, or not at all, and why: everybody who asks for its hours is told. */
@Entity
@Table(name = "branch_special_day")
public class SpecialDay {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "branch_special_day_seq")
    @SequenceGenerator(name = "branch_special_day_seq", sequenceName = "branch_special_day_seq")
    private Long id;
    @Column(name = "branch_id", updatable = false)
    private long branchId;
    @Column(name = "falls_on", updatable = false)
    private LocalDate day;
    private String hours;
    @Embedded
    private Names names;
    @Version
    private int version;

    protected SpecialDay() {
    }

    /**
     * @param open hours as calendars write them, {@code 08:00-12:00, 14:00-16:00}; empty: closed
     * @throws il.moked.shared.BusinessException {@code calendar.hours} with the field hours, {@code shared.field-missing}
     */
    public SpecialDay(Branch branch, LocalDate day, String open, String hebrewWhy, String englishWhy) {
        this.branchId = branch.id();
        this.day = day;
        become(open, hebrewWhy, englishWhy);
    }

    public void become(String open, String hebrewWhy, String englishWhy) {
        hours = BusinessCalendarText.hours(BusinessCalendarText.hours("hours", open == null ? "" : open));
        names = Given.names(hebrewWhy, englishWhy);
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public long branchId() {
        return branchId;
    }

    public LocalDate day() {
        return day;
    }

    /** None: closed. */
    public List<Hours> hours() {
        return BusinessCalendarText.hours("hours", hours);
    }

    public String why(String language) {
        return names.in(language);
    }

    public int version() {
        return version;
    }
}
