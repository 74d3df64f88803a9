// SPDX-License-Identifier: Apache-2.0
/** What happens to customers by themselves: their segments follow the rules and the calendar. */
package il.moked.customer.jms;
