// SPDX-License-Identifier: Apache-2.0
/**
 * WhatsApp, Messenger, Instagram, Telegram and X: how a webhook proves itself, into which things of the inbox its body falls,
 * and the way out to each provider. May use {@code channel}, {@code interaction.ejb}; fires no events.
 */
package il.moked.channel.jms.social;
