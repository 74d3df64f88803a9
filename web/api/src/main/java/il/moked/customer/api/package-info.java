// SPDX-License-Identifier: Apache-2.0
/** Customers as other systems see them. */
package il.moked.customer.api;
