// SPDX-License-Identifier: Apache-2.0
/** What may be offered to whom and when, what customers answered, and leads for who sells. Aggregates: Offer, Lead. Rule: OfferPolicy. Uses order, catalog, customer, channel, access, shared. */
package il.moked.offer;
