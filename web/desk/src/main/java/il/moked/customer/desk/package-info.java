// SPDX-License-Identifier: Apache-2.0
/** Who a customer is, on his card and where he is registered. */
package il.moked.customer.desk;
