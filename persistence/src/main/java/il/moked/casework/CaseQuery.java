// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.EnumSet;
import java.util.Set;

/** Which cases are asked for. */
@Embeddable
public class CaseQuery {
    /** Whose: mine, those of my team, those I watch, everybody's (for supervisors). */
    public enum Whose { MINE, TEAM, WATCHED, ALL }

    /** How far it is. */
    public enum Phase {
        LIVE(EnumSet.of(ServiceCase.State.NEW, ServiceCase.State.OPEN, ServiceCase.State.REOPENED, ServiceCase.State.WAITING_CUSTOMER, ServiceCase.State.WAITING_THIRD_PARTY, ServiceCase.State.APPOINTMENT)),
        NEW(EnumSet.of(ServiceCase.State.NEW)),
        OPEN(EnumSet.of(ServiceCase.State.NEW, ServiceCase.State.OPEN, ServiceCase.State.REOPENED)),
        WAITING(EnumSet.of(ServiceCase.State.WAITING_CUSTOMER, ServiceCase.State.WAITING_THIRD_PARTY, ServiceCase.State.APPOINTMENT)),
        SOLVED(EnumSet.of(ServiceCase.State.SOLVED)),
        CLOSED(EnumSet.of(ServiceCase.State.CLOSED));

        private final Set<ServiceCase.State> states;

        Phase(Set<ServiceCase.State> states) {
            this.states = states;
        }

        public Set<ServiceCase.State> states() {
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
