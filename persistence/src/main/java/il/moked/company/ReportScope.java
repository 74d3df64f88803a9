// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

/**
 * Which cases a report is about.
 *
 * @param reach where whoever asks may see reports
 * @param sku of one product, or null for all
 */
public record ReportScope(long customerId, Reach reach, ReportPeriod period, String sku) {
}
