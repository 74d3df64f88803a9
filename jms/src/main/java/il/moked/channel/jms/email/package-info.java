// SPDX-License-Identifier: Apache-2.0
/**
 * E-mail: reading any mail without failing, composing ours, and the signed mark that joins an answer to its conversation.
 * Entry points: MailParser (gives ParsedMail), OutgoingMail, ThreadToken. Pure code: no database, no network, no clock.
 * May use: Jakarta Mail and jsoup only.
 * Fires no events.
 */
package il.moked.channel.jms.email;
