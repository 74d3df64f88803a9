// SPDX-License-Identifier: Apache-2.0
/** What anybody may see of what is sold: the products with the one price and stock. */
package il.moked.catalog.portal;
