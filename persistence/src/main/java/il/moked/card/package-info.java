// SPDX-License-Identifier: Apache-2.0
/**
 * The history of a customer, read from every area that keeps a part of it ({@link il.moked.card.Timeline}). Nothing is
 * copied: each kind of entry has a {@link il.moked.card.TimelineSource} over the table that is its truth.
 */
package il.moked.card;
