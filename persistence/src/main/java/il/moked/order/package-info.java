// SPDX-License-Identifier: Apache-2.0
/**
 * What is sold: orders from a quote, how they are paid, the documents of a sale, goods given back, and the ledger of everything a customer ever bought.
 * Aggregates: SaleOrder, Payment, Invoice, Purchase. Uses customer, catalog and what is below.
 */
package il.moked.order;
