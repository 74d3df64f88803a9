// SPDX-License-Identifier: Apache-2.0
/** When the organisation works: business calendars with holidays, and arithmetic in business time. */
package il.moked.calendar;
