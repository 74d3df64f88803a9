// SPDX-License-Identifier: Apache-2.0
/** Faxes and letters: what came on paper is made readable in the browser, what leaves is printed as PDF. */
package il.moked.channel.jms.paper;
