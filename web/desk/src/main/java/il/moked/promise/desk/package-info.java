// SPDX-License-Identifier: Apache-2.0
/** Promises on the desk, the card, and for supervisors. */
package il.moked.promise.desk;
