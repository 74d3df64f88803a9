// SPDX-License-Identifier: Apache-2.0
/** A customer's card and timeline as other systems see them. */
package il.moked.card.api;
