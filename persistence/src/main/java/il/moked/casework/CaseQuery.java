// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.casework.ServiceCase.State;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which cases are asked for. */
@Embeddable
public class CaseQuery {
    /** Whose: mine, those of my team, those I watch, everybody's (for supervisors). */
    public enum Whose { MINE, TEAM, WATCHED, ALL }

    /** How far it is. */
    public enum Phase {
        LIVE(State.NEW, State.OPEN, State.REOPENED, State.WAITING_CUSTOMER, State.WAITING_THIRD_PARTY, State.APPOINTMENT),
        NEW(State.NEW),
        OPEN(State.OPEN, State.REOPENED),
        WAITING(State.WAITING_CUSTOMER, State.WAITING_THIRD_PARTY, State.APPOINTMENT),
        WAITING_CUSTOMER(State.WAITING_CUSTOMER),
        WAITING_THIRD_PARTY(State.WAITING_THIRD_PARTY),
        APPOINTMENT(State.APPOINTMENT),
        SOLVED(State.SOLVED),
        CLOSED(State.CLOSED);

        /** Which lists are divided by. */
        public static final List<Phase> WIDE = List.of(LIVE, NEW, OPEN, WAITING, SOLVED, CLOSED);
        /** The columns of a board. */
        public static final List<Phase> COLUMNS = List.of(NEW, OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT, SOLVED);

        private final Set<State> states;

        Phase(State first, State... others) {
            states = EnumSet.of(first, others);
        }

        public Set<State> states() {
            return states;
        }

        public boolean live() {
            return this != SOLVED && this != CLOSED;
        }
    }

    @Enumerated(EnumType.STRING)
    private Whose whose;
    @Enumerated(EnumType.STRING)
    private Phase phase;
    @Enumerated(EnumType.STRING)
    private ServiceCase.Kind kind;
    @Enumerated(EnumType.STRING)
    private ServiceCase.Severity severity;
    @Column(name = "late_only")
    private boolean lateOnly;

    protected CaseQuery() {
    }

    /** @param kind null for all @param severity null for all @param lateOnly only those with a clock whose time is over */
    public CaseQuery(Whose whose, Phase phase, ServiceCase.Kind kind, ServiceCase.Severity severity, boolean lateOnly) {
        this.whose = whose;
        this.phase = phase;
        this.kind = kind;
        this.severity = severity;
        this.lateOnly = lateOnly;
    }

    public Whose whose() {
        return whose;
    }

    public Phase phase() {
        return phase;
    }

    public ServiceCase.Kind kind() {
        return kind;
    }

    public ServiceCase.Severity severity() {
        return severity;
    }

    public boolean lateOnly() {
        return lateOnly;
    }
}
