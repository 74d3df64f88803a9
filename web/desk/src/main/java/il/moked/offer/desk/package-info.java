// SPDX-License-Identifier: Apache-2.0
/** Offers on the card, leads, and where an administrator writes what is offered. */
package il.moked.offer.desk;
