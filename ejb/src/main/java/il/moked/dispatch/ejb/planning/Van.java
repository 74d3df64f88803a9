// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A technician's day: where he begins and ends, from when to when, what is on his van, and the jobs in the order he does them. */
@PlanningEntity
public class Van {
    static final String JOBS = "jobs";

    @PlanningId
    private int index;
    private int from;
    private int home;
    private long begins;
    private long ends;
    private BitSet tools;
    private int[] parts;
    @PlanningListVariable(allowsUnassignedValues = true)
    private List<Job> jobs = new ArrayList<>();

    protected Van() {
    }

    /**
     * @param index its place among the vans
     * @param from the point he sets out from @param home the point he ends at
     * @param begins he leaves not earlier @param ends he is home not later
     * @param parts how many of each are on the van
     */
    public Van(int index, int from, int home, long begins, long ends, BitSet tools, int[] parts) {
        this.index = index;
        this.from = from;
        this.home = home;
        this.begins = begins;
        this.ends = ends;
        this.tools = tools;
        this.parts = parts;
    }

    public int index() {
        return index;
    }

    int from() {
        return from;
    }

    int home() {
        return home;
    }

    long begins() {
        return begins;
    }

    long ends() {
        return ends;
    }

    BitSet tools() {
        return tools;
    }

    int[] parts() {
        return parts;
    }

    public List<Job> jobs() {
        return jobs;
    }
}
