// SPDX-License-Identifier: Apache-2.0
/**
 * What customers were promised: text, owner, due moment on a calendar, and what kept it. A promise that nobody kept in time is
 * broken, by the clock and for good; it can still be kept late.
 */
package il.moked.promise;
