// SPDX-License-Identifier: Apache-2.0
/**
 * Which technician goes where, in which order, so that everybody is served in his window and little time is lost: a model for
 * Timefold Solver. Knows no database and no clock; every time and distance is a number of the same unit. In: DayPlan with its
 * Vans and Jobs. Out: the same, with jobs in the vans.
 */
package il.moked.dispatch.ejb.planning;
