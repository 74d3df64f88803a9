// SPDX-License-Identifier: Apache-2.0
/** Contracts and owned products on the card, for supervisors and for administrators. */
package il.moked.agreement.desk;
