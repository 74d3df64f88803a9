// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/**
 * One mailbox as a header names it.
 *
 * @param address {@code local@domain}, as written, 3 to 320 characters, without control characters
 * @param name    display name, decoded, empty when the header gives none, at most 200 characters
 */
public record MailAddress(String address, String name) {
}
