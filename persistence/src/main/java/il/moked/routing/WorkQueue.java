// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.access.Team;
import jakarta.persistence.*;

/** A line that one team serves. Channel accounts point to it; the medium plays no part in who is next. */
@Entity
@Table(name = "work_queue")
public class WorkQueue {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work_queue_seq")
    @SequenceGenerator(name = "work_queue_seq", sequenceName = "work_queue_seq")
    private Long id;
    private String code;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    @Column(name = "team_id")
    private long teamId;
    /** Business calendar, or null: the organisation's. */
    @Column(name = "calendar_code")
    private String calendarCode;
    @Version
    private int version;

    protected WorkQueue() {
    }

    public WorkQueue(String code, String hebrewName, String englishName, Team team) {
        this.code = code;
        this.hebrewName = hebrewName;
        this.englishName = englishName;
        this.teamId = team.id();
    }

    public void rename(String hebrew, String english) {
        hebrewName = hebrew;
        englishName = english;
    }

    /** What waits in it is offered to that team from now on. */
    public void servedBy(long team) {
        teamId = team;
    }

    /** @param calendar code, null for the organisation's */
    public void openBy(String calendar) {
        calendarCode = calendar;
    }

    public java.util.Optional<String> calendar() {
        return java.util.Optional.ofNullable(calendarCode);
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

    public long teamId() {
        return teamId;
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }
}
