// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/**
 * A file to send.
 *
 * @param fileName    as the reader shall see it; made safe before it is sent
 * @param contentType media type, {@code main/sub}; anything else is sent as {@code application/octet-stream}
 * @param bytes       content
 */
public record OutgoingFile(String fileName, String contentType, byte[] bytes) {
}
