// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

/**
 * Complaints that are looked at together.
 *
 * @param sku of a product, {@link Complaint#NONE} for those without one @param component code, null for all of the product
 * @param teamId of the branch or team that deals with them, null for all
 */
public record ComplaintGroup(String sku, String component, Long teamId) {
}
