// SPDX-License-Identifier: Apache-2.0
/**
 * How an outsider makes contact and follows it: the web form, the page of a reference, and the chat with its two roads,
 * socket and long poll. Everything enters by {@code channel.ejb.Reception} or {@code interaction.ejb.ChatSessions};
 * nothing here decides. May use {@code shared.portal}; fires no events.
 */
package il.moked.interaction.portal;
