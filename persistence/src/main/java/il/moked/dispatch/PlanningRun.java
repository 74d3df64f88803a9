// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The last time the plan of a day was made, and what came of it. */
@Entity
@Table(name = "planning_run")
public class PlanningRun {
    public enum State { RUNNING, DONE, FAILED }

    @Id
    @Column(name = "visit_day")
    private LocalDate day;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "started_by")
    private String startedBy;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    private int planned;
    @Column(name = "left_out")
    private int leftOut;
    private int moved;
    @Column(name = "driving_minutes")
    private int drivingMinutes;
    @Column(name = "out_of_time")
    private boolean outOfTime;

    protected PlanningRun() {
    }

    public PlanningRun(LocalDate day) {
        this.day = day;
    }

    public void begin(String by, Instant now) {
        state = State.RUNNING;
        startedBy = by;
        startedAt = now;
        endedAt = null;
    }

    /** @param moved visits with another technician or hour than before @param timeOver the best so far was taken, not the best there is */
    public void end(int nowPlanned, int nowLeftOut, int nowMoved, int minutes, boolean timeOver, Instant now) {
        state = State.DONE;
        planned = nowPlanned;
        leftOut = nowLeftOut;
        moved = nowMoved;
        drivingMinutes = minutes;
        outOfTime = timeOver;
        endedAt = now;
    }

    public void fail(Instant now) {
        state = State.FAILED;
        endedAt = now;
    }

    public LocalDate day() {
        return day;
    }

    public State state() {
        return state;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public int planned() {
        return planned;
    }

    public int leftOut() {
        return leftOut;
    }

    public int moved() {
        return moved;
    }

    public int drivingMinutes() {
        return drivingMinutes;
    }

    public boolean outOfTime() {
        return outOfTime;
    }
}
