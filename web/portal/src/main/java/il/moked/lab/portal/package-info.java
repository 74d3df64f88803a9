// SPDX-License-Identifier: Apache-2.0
/**
 * The channel lab of a demo installation: a newcomer plays the customer by e-mail, web form, chat, telephone, texts and
 * paper, through the real doors only: SMTP and IMAP of the demo mail server, the form's page, the chat's script, the
 * telephony port, the webhooks, the scan folder. Answers 404 in any other installation. May use {@code demo.ejb} and
 * {@code shared.portal}; fires no events.
 */
package il.moked.lab.portal;
