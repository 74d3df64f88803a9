// SPDX-License-Identifier: Apache-2.0
/**
 * Callers are led through menus: each thing the exchange tells of a call moves its walk, and the next question is asked. Editions of the
 * menus are written, checked and put in force. Fires MenusChanged, MenuLeft, LinkAsked. Whoever moves a walk holds its conversation and call.
 */
package il.moked.ivr.ejb;
