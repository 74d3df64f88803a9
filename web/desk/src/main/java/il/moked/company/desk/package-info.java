// SPDX-License-Identifier: Apache-2.0
/** What staff see of the portal of a business, on its card. */
package il.moked.company.desk;
