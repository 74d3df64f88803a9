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
