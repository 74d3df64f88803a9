// SPDX-License-Identifier: Apache-2.0
/**
 * What is done with cases: opened, assigned, noted, solved, closed, merged and split by people; their clocks watched by the
 * clock. Uses agreements, conversations and the calendars of promises. Fires CaseActed, ClockRang. Whoever changes one locks its
 * row first; of two the lower id first.
 */
package il.moked.casework.ejb;
