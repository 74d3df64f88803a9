// SPDX-License-Identifier: Apache-2.0
/** Staff, teams and roles, sign-in and its limits, and the audit of what was done. Aggregates: StaffUser, Team. Uses shared. */
package il.moked.access;
