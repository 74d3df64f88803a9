// SPDX-License-Identifier: Apache-2.0
/**
 * What is sold, for how much and whether it is there: one truth for every channel. Aggregates: Product, PriceList, Promotion,
 * StockReservation, Quote. Rules, pure: PricePolicy, PromotionPolicy, VatPolicy, LinePricing. Uses shared, channel, customer.
 */
package il.moked.catalog;
