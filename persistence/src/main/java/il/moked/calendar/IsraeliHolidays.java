// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days on which Israel rests, and those on which it works half a day, computed from the rules of the Hebrew calendar
 * (Dershowitz and Reingold, "Calendrical Calculations"); nothing is fetched. Every date needed lies a fixed number of days
 * after one New Year or before the next, so months are not computed. Field-study d.10.
 */
public final class IsraeliHolidays {
    /** Day before 1 January 1970 on which the Hebrew count begins: 1 Tishri of year 1, less the count below at year 1. */
    private static final long EPOCH = -1_373_427L - 719_163L;
    private static final int YEARS_APART = 3760;
    private static final int NISAN_BEFORE_NEW_YEAR = 177;
    private static final int IYAR = 30;
    private static final int SIVAN = 59;
    private static final int INTERMEDIATE = 5;

    /** A name for the text, and whether all of the day is free. */
    public record Holiday(String name, boolean closed) {
    }

    private IsraeliHolidays() {
    }

    /** @param year of the civil calendar @return by date, in order */
    public static Map<LocalDate, Holiday> of(int year) {
        Map<LocalDate, Holiday> days = new TreeMap<>();
        autumn(days, newYear(year + YEARS_APART + 1));
        spring(days, newYear(year + YEARS_APART + 1).minusDays(NISAN_BEFORE_NEW_YEAR));
        return days;
    }

    private static void autumn(Map<LocalDate, Holiday> days, LocalDate tishri) {
        rest(days, tishri, "rosh-hashana");
        days.put(tishri.plusDays(1), new Holiday("rosh-hashana", true));
        rest(days, tishri.plusDays(9), "yom-kippur");
        rest(days, tishri.plusDays(14), "sukkot");
        intermediate(days, tishri.plusDays(15), "sukkot");
        rest(days, tishri.plusDays(21), "simchat-torah");
    }

    private static void spring(Map<LocalDate, Holiday> days, LocalDate nisan) {
        rest(days, nisan.plusDays(14), "pesach");
        intermediate(days, nisan.plusDays(15), "pesach");
        rest(days, nisan.plusDays(20), "pesach");
        rest(days, independence(nisan.plusDays(IYAR + 4)), "independence");
        rest(days, nisan.plusDays(SIVAN + 5), "shavuot");
    }

    /** Not next to a Sabbath: on Friday or Saturday it comes before, on Monday after. */
    private static LocalDate independence(LocalDate fifthOfIyar) {
        return switch (fifthOfIyar.getDayOfWeek()) {
            case FRIDAY -> fifthOfIyar.minusDays(1);
            case SATURDAY -> fifthOfIyar.minusDays(2);
            case MONDAY -> fifthOfIyar.plusDays(1);
            default -> fifthOfIyar;
        };
    }

    private static void rest(Map<LocalDate, Holiday> days, LocalDate date, String name) {
        days.put(date.minusDays(1), new Holiday(name, false));
        days.put(date, new Holiday(name, true));
    }

    private static void intermediate(Map<LocalDate, Holiday> days, LocalDate first, String name) {
        for (int day = 0; day < INTERMEDIATE; day++) {
            days.put(first.plusDays(day), new Holiday(name, false));
        }
    }

    /** 1 Tishri of a Hebrew year. */
    static LocalDate newYear(int hebrewYear) {
        long before = days(hebrewYear - 1);
        long at = days(hebrewYear);
        long after = days(hebrewYear + 1);
        int put = after - at == 356 ? 2 : at - before == 382 ? 1 : 0;
        return LocalDate.ofEpochDay(EPOCH + at + put);
    }

    /** Days from the epoch to the mean new moon of that year's Tishri, kept off Sunday, Wednesday and Friday. */
    private static long days(int year) {
        long months = Math.floorDiv(235L * year - 234, 19);
        long parts = 12_084 + 13_753 * months;
        long days = 29 * months + Math.floorDiv(parts, 25_920);
        return Math.floorMod(3 * (days + 1), DayOfWeek.values().length) < 3 ? days + 1 : days;
    }
}
