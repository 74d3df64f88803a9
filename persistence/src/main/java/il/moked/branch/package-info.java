// SPDX-License-Identifier: Apache-2.0
/**
 * Branches of the organisation: who comes in, at which counter he is served, and what was booked before. Aggregates: Branch,
 * VisitReason, Arrival, Appointment. Uses the one line of the routing area: a visit waits there as a contact like any other.
 */
package il.moked.branch;
