// SPDX-License-Identifier: Apache-2.0
/**
 * What customers have by contract: agreements with their service level and what of their entitlements is left, and the products
 * they own. The calendar of an agreement comes before every other when something is promised.
 */
package il.moked.agreement;
