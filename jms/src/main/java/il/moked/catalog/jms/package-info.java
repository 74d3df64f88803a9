// SPDX-License-Identifier: Apache-2.0
/** What happens to the catalogue by itself: goods held too long are free again. */
package il.moked.catalog.jms;
