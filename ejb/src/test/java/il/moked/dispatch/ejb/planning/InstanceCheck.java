// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows the technicians of a published instance through their day, from its numbers and the order of places only. Shares nothing
 * with what planned it.
 */
final class InstanceCheck {
    private static final double ROUNDING = 1e-3;

    private final TechnicianInstance instance;
    private final List<String> violations = new ArrayList<>();
    private final Set<Integer> served = new HashSet<>();
    private double duration;

    InstanceCheck(TechnicianInstance instance) {
        this.instance = instance;
    }

    /** @param places ids of requests, 0 for the depot */
    void follow(int technician, List<Integer> places) {
        if (places.isEmpty()) {
            return;
        }
        TechnicianInstance.Line self = instance.technicians.get(technician);
        double finish = walk(self, places, self.opens(), true);
        // the latest start is looked for by halving, not computed
        double early = self.opens();
        double late = finish;
        for (int i = 0; i < 60; i++) {
            double middle = (early + late) / 2;
            if (walk(self, places, middle, false) <= finish + 1e-9) {
                early = middle;
            } else {
                late = middle;
            }
        }
        duration += finish - early;
    }

    /** @return when he is home; never, when he is too late somewhere */
    private double walk(TechnicianInstance.Line self, List<Integer> places, double start, boolean tell) {
        Set<Integer> tools = new HashSet<>();
        for (int tool : self.tools()) {
            tools.add(tool);
        }
        int[] parts = self.parts().clone();
        boolean supplied = false;
        int stops = 0;
        double time = start;
        TechnicianInstance.Line here = self;
        for (int id : places) {
            TechnicianInstance.Line place = id == 0 ? instance.depot : request(id);
            time += here.wayTo(place);
            here = place;
            if (time > place.closes() + ROUNDING) {
                if (tell) {
                    violations.add(self.id() + " is late at " + id);
                }
                return Double.MAX_VALUE;
            }
            time = Math.max(time, place.opens()) + place.service();
            if (id == 0) {
                supplied = true;
                stops++;
            } else if (tell) {
                serve(self, place, tools, parts, supplied);
            }
        }
        time += here.wayTo(self);
        if (tell && (time > self.closes() + ROUNDING || stops > 1)) {
            violations.add(self.id() + " is home late or was at the depot twice");
        }
        return time;
    }

    private void serve(TechnicianInstance.Line self, TechnicianInstance.Line request, Set<Integer> tools, int[] parts, boolean supplied) {
        if (!served.add(request.id())) {
            violations.add(request.id() + " is served twice");
        }
        for (int skill : request.skills()) {
            boolean has = false;
            for (int own : self.skills()) {
                has |= own == skill;
            }
            if (!has) {
                violations.add(self.id() + " lacks the skill for " + request.id());
            }
        }
        if (supplied) {
            return;
        }
        for (int tool : request.tools()) {
            if (!tools.contains(tool)) {
                violations.add(self.id() + " lacks a tool for " + request.id());
            }
        }
        for (int part = 0; part < request.parts().length; part++) {
            int left = (parts.length == 0 ? 0 : parts[part]) - request.parts()[part];
            if (left < 0 && request.parts()[part] > 0) {
                violations.add(self.id() + " lacks a part for " + request.id());
            }
            if (parts.length > 0) {
                parts[part] = left;
            }
        }
    }

    private TechnicianInstance.Line request(int id) {
        return instance.requests.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    List<String> violations() {
        return violations;
    }

    int served() {
        return served.size();
    }

    double duration() {
        return duration;
    }
}
