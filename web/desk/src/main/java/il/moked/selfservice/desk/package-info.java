// SPDX-License-Identifier: Apache-2.0
/** Secure links and other parts of the outside as staff see them: sent from a conversation or a case, and what became of each. */
package il.moked.selfservice.desk;
