// SPDX-License-Identifier: Apache-2.0
/** The customer card beside the conversation. */
package il.moked.card.desk;
