// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import java.time.DayOfWeek;

/** An hour of a day of the week, as people read their clocks. */
public record AppointmentHour(DayOfWeek weekday, int fromHour) {
}
