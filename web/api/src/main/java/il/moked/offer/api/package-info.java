// SPDX-License-Identifier: Apache-2.0
/** Offers and leads for other systems of the organisation. */
package il.moked.offer.api;
