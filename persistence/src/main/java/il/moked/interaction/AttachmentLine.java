// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

/** A file as lists show it, without its content. Size in bytes. */
public record AttachmentLine(long id, Long messageId, String fileName, String contentType, long size, String contentId, boolean shownInline) {
}
