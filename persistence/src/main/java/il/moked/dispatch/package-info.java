// SPDX-License-Identifier: Apache-2.0
/**
 * Technicians who come to customers: their visits, the window each was promised, and what became of it. Aggregates: Visit,
 * Technician. Uses cases and the one stock.
 */
package il.moked.dispatch;
