// SPDX-License-Identifier: Apache-2.0
/** What an administrator does with the business calendars. Fires Administered. */
package il.moked.calendar.ejb;
