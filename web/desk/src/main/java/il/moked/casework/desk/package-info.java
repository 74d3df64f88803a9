// SPDX-License-Identifier: Apache-2.0
/** Screens of cases: opened in a conversation or on a card, worked on, listed; and the times by which they are measured. */
package il.moked.casework.desk;
