// SPDX-License-Identifier: Apache-2.0
/** Visits for other systems: windows that are free, booking, and what becomes of each. */
package il.moked.dispatch.api;
