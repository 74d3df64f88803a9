// SPDX-License-Identifier: Apache-2.0
/** Signing in and out, and who sits before the page. */
package il.moked.access.desk;
