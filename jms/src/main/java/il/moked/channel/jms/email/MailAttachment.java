// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/**
 * One file of a mail.
 *
 * @param fileName    safe to show and to store under: no path, no control or bidi character, never empty
 * @param contentType declared media type, lower case, without parameters; not to be trusted
 * @param contentId   without angle brackets, or null; an HTML body refers to it as {@code cid:}
 * @param inline      the sender meant it to be shown within the text
 * @param bytes       decoded content
 */
public record MailAttachment(String fileName, String contentType, String contentId, boolean inline, byte[] bytes) {
}
