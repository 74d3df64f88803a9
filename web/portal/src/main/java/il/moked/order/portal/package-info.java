// SPDX-License-Identifier: Apache-2.0
/** Payments from outside: the door their providers tell them at, and the page a customer comes back to. */
package il.moked.order.portal;
