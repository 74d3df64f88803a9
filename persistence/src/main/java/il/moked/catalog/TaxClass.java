// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

/** How a product is taxed: by the rate of the day, at zero (sold in Eilat, exported, fresh fruit), or not at all. */
public enum TaxClass {
    STANDARD, ZERO, EXEMPT
}
