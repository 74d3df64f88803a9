// SPDX-License-Identifier: Apache-2.0
/** What is done for customers by itself: segments that follow the rules and the calendar, the search for duplicates, step by step, and what comes late for who was merged. */
package il.moked.customer.jms;
