// SPDX-License-Identifier: Apache-2.0
/**
 * What may be done with the catalogue: pricing, quoting and holding stock for every channel, keeping products, prices,
 * promotions and stock for the product manager. Fires QuoteActed, StockActed, Administered.
 */
package il.moked.catalog.ejb;
