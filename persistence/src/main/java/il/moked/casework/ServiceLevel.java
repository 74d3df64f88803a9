// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.util.Optional;

/**
 * How fast cases are to be answered and solved where no contract says so: of a team, or of everybody; for one severity, or for
 * all. The most particular that exists holds.
 */
@Entity
@Table(name = "service_level")
public class ServiceLevel {
    /** A year of minutes. */
    public static final int LONGEST_MINUTES = 366 * 24 * 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_level_seq")
    @SequenceGenerator(name = "service_level_seq", sequenceName = "service_level_seq")
    private Long id;
    @Column(name = "team_id", updatable = false)
    private Long teamId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ServiceCase.Severity severity;
    @Column(name = "first_minutes")
    private Integer firstMinutes;
    @Column(name = "next_minutes")
    private Integer nextMinutes;
    @Column(name = "solve_minutes")
    private Integer solveMinutes;
    @Version
    private int version;

    protected ServiceLevel() {
    }

    /** @param teamId null for everybody @param severity null for all */
    public ServiceLevel(Long teamId, ServiceCase.Severity severity) {
        this.teamId = teamId;
        this.severity = severity;
    }

    /**
     * In minutes of business time; null measures nothing.
     *
     * @throws BusinessException {@code shared.field-range}: less than a minute, more than a year
     */
    public ServiceLevel within(Integer first, Integer next, Integer solve) {
        firstMinutes = checked("first", first);
        nextMinutes = checked("next", next);
        solveMinutes = checked("solve", solve);
        return this;
    }

    private static Integer checked(String field, Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > LONGEST_MINUTES)) {
            throw new BusinessException("shared.field-range", field, 1, LONGEST_MINUTES);
        }
        return minutes;
    }

    public Long id() {
        return id;
    }

    public Optional<Long> teamId() {
        return Optional.ofNullable(teamId);
    }

    public Optional<ServiceCase.Severity> severity() {
        return Optional.ofNullable(severity);
    }

    public Integer firstMinutes() {
        return firstMinutes;
    }

    public Integer nextMinutes() {
        return nextMinutes;
    }

    public Integer solveMinutes() {
        return solveMinutes;
    }

    public int version() {
        return version;
    }
}
