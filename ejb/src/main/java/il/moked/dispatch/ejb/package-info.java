// SPDX-License-Identifier: Apache-2.0
/**
 * What is done with visits: booked within a window in which somebody is free, planned, moved, carried out. Fires VisitActed,
 * DayChanged. Whoever changes the plan of a day locks its row first.
 */
package il.moked.dispatch.ejb;
