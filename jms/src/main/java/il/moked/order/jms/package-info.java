// SPDX-License-Identifier: Apache-2.0
/** Payment providers: asked for pages, for what became of them, and for money to go back; and files of purchases read in the background. */
package il.moked.order.jms;
