// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.casework.ServiceCase;
import il.moked.company.ReportFigures.History;
import il.moked.company.ReportFigures.Month;
import il.moked.company.ReportFigures.Recurring;
import il.moked.company.ReportFigures.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts a company's calls, each looked at once: a report of a hundred thousand is one look through them. */
public final class ReportCounting {
    private static final double MEDIAN = 0.5;
    private static final double NINETIETH = 0.9;
    private static final int ALL = 100;

    private final Sum all = new Sum();
    private final Map<Integer, Sum> months = new TreeMap<>();
    private final Map<Place, Sum> places = new HashMap<>();
    private final Map<What, long[]> recurring = new HashMap<>();
    private long firstVisits;
    private long fixedFirst;

    /** One call. @param siteId null for none @param sku null for none @param answerMet null while nobody knows; so are the others */
    public record Call(Long siteId, String sku, String fault, ServiceCase.Kind kind, int month, boolean live, Long answerTarget, Long answerSeconds, Boolean answerMet, Long repairTarget, Long repairSeconds, Boolean repairMet) {
    }

    private record Place(Long siteId, String sku) {
    }

    private record What(String sku, String fault) {
    }

    /** Numbers of seconds, as they come. */
    private static final class Seconds {
        private long[] values = new long[16];
        private int size;

        void add(Long value) {
            if (value != null) {
                values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
                values[size++] = value;
            }
        }

        /** Between the two nearest, as databases do it. */
        Long at(double part) {
            if (size == 0) {
                return null;
            }
            Arrays.sort(values, 0, size);
            double place = part * (size - 1);
            int below = (int) Math.floor(place);
            int above = (int) Math.ceil(place);
            return Math.round(values[below] + (values[above] - values[below]) * (place - below));
        }
    }

    private static final class Clock {
        private long met;
        private long missed;
        private final Seconds took = new Seconds();
        private final Seconds targets = new Seconds();

        void add(Long target, Long seconds, Boolean kept) {
            took.add(seconds);
            targets.add(target);
            if (kept != null) {
                met += kept ? 1 : 0;
                missed += kept ? 0 : 1;
            }
        }

        Times times() {
            return new Times(met, missed, took.at(MEDIAN), took.at(NINETIETH), targets.at(MEDIAN));
        }
    }

    private static final class Sum {
        private long calls;
        private long open;
        private long faults;
        private final Clock answer = new Clock();
        private final Clock repair = new Clock();
        private final Map<String, long[]> byFault = new HashMap<>();

        void add(Call call) {
            calls++;
            open += call.live() ? 1 : 0;
            if (call.kind() == ServiceCase.Kind.FAULT) {
                faults++;
                byFault.computeIfAbsent(call.fault(), any -> new long[1])[0]++;
            }
            answer.add(call.answerTarget(), call.answerSeconds(), call.answerMet());
            repair.add(call.repairTarget(), call.repairSeconds(), call.repairMet());
        }

        /** Of several alike the first by its code, so that it is the same each time. */
        String usualFault() {
            return byFault.entrySet().stream().min(Comparator.comparingLong((Map.Entry<String, long[]> entry) -> -entry.getValue()[0]).thenComparing(Map.Entry::getKey)).map(Map.Entry::getKey).orElse(null);
        }
    }

    public void add(Call call) {
        all.add(call);
        months.computeIfAbsent(call.month(), any -> new Sum()).add(call);
        String sku = call.sku() == null ? "" : call.sku();
        places.computeIfAbsent(new Place(call.siteId(), sku), any -> new Sum()).add(call);
        if (call.kind() == ServiceCase.Kind.FAULT) {
            recurring.computeIfAbsent(new What(sku, call.fault()), any -> new long[1])[0]++;
        }
    }

    /** A technician came for a fault for the first time. */
    public void visited(boolean fixed) {
        firstVisits++;
        fixedFirst += fixed ? 1 : 0;
    }

    public ReportFigures figures() {
        return new ReportFigures(all.calls, all.open, all.faults, all.answer.times(), all.repair.times(), firstVisits, fixedFirst, recurring(),
                months.entrySet().stream().map(month -> new Month(month.getKey(), month.getValue().calls, month.getValue().answer.times(), month.getValue().repair.times())).toList(), history());
    }

    private List<Recurring> recurring() {
        List<Map.Entry<What, long[]>> sorted = recurring.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<What, long[]> entry) -> -entry.getValue()[0]).thenComparing(entry -> entry.getKey().sku()).thenComparing(entry -> entry.getKey().fault())).toList();
        List<Recurring> lines = new ArrayList<>();
        long before = 0;
        for (Map.Entry<What, long[]> entry : sorted) {
            before += entry.getValue()[0];
            lines.add(new Recurring(entry.getKey().sku(), entry.getKey().fault(), entry.getValue()[0], (int) Math.round(before * (double) ALL / all.faults)));
        }
        return lines;
    }

    private List<History> history() {
        Comparator<Map.Entry<Place, Sum>> most = Comparator.comparingLong(entry -> -entry.getValue().calls);
        return places.entrySet().stream().sorted(most.thenComparing(entry -> entry.getKey().siteId(), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(entry -> entry.getKey().sku()))
                .map(entry -> new History(entry.getKey().siteId(), entry.getKey().sku(), entry.getValue().calls, entry.getValue().faults, entry.getValue().usualFault(), entry.getValue().repair.times())).toList();
    }
}
