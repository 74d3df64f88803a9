// SPDX-License-Identifier: Apache-2.0
/** What is done for customers by itself: their segments follow the rules and the calendar, duplicates are searched step by step, and what comes late for who was merged finds its way. */
package il.moked.customer.jms;
