// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * When a van is where: it leaves as late as it may without coming home later, and begins each job as soon as it is there and the
 * window is open.
 *
 * @param stops in order; the depot has no job
 */
public record Timetable(int van, long leaves, List<Stop> stops, long home) {
    /** @param job null at the depot */
    public record Stop(Job job, long arrives, long begins, long ends) {
    }

    private record Place(Job job, int point, long opens, long closes, long duration) {
        static Place of(Job job) {
            return new Place(job, job.point(), job.opens(), job.closes(), job.duration());
        }
    }

    /** @return null when it does nothing all day, or what it should do breaks a rule */
    public static Timetable of(DayPlan plan, Van van) {
        Route route = new Route(plan, van, van.jobs());
        if (route.size() == 0 || !route.sound()) {
            return null;
        }
        List<Place> places = new ArrayList<>();
        van.jobs().forEach(job -> places.add(Place.of(job)));
        if (route.stop() >= 0) {
            DayPlan.Depot depot = plan.depot();
            places.add(route.stop(), new Place(null, depot.point(), depot.opens(), depot.closes(), depot.duration()));
        }
        List<Stop> earliest = drive(plan, van, places, van.begins());
        long home = arrivesHome(plan, van, places, earliest);
        long leaves = latest(plan, van, places, home);
        List<Stop> stops = drive(plan, van, places, leaves);
        return new Timetable(van.index(), leaves, stops, arrivesHome(plan, van, places, stops));
    }

    private static List<Stop> drive(DayPlan plan, Van van, List<Place> places, long leaves) {
        List<Stop> stops = new ArrayList<>();
        long at = leaves;
        int point = van.from();
        for (Place place : places) {
            long arrives = at + plan.travel(point, place.point());
            long begins = Math.max(arrives, place.opens());
            at = begins + place.duration();
            point = place.point();
            stops.add(new Stop(place.job(), arrives, begins, at));
        }
        return stops;
    }

    private static long arrivesHome(DayPlan plan, Van van, List<Place> places, List<Stop> stops) {
        return stops.get(stops.size() - 1).ends() + plan.travel(places.get(places.size() - 1).point(), van.home());
    }

    private static long latest(DayPlan plan, Van van, List<Place> places, long home) {
        long latest = home;
        int point = van.home();
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            latest = Math.min(place.closes(), latest - plan.travel(place.point(), point) - place.duration());
            point = place.point();
        }
        return latest - plan.travel(van.from(), point);
    }

    /** From leaving to coming home. */
    public long duration() {
        return home - leaves;
    }
}
