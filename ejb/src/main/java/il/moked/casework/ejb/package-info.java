// SPDX-License-Identifier: Apache-2.0
/**
 * What is done with cases: opened, assigned, noted, solved, closed, merged, split and escalated by people, by their macros and
 * by rules; their clocks watched by the clock. Uses agreements, conversations and the calendars of promises. Fires CaseActed, ClockRang, RuleFired. A conversation is locked before its cases; whoever changes one locks its
 * row first; of two the lower id first.
 */
package il.moked.casework.ejb;
