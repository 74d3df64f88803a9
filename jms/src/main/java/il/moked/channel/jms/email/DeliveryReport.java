// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/**
 * What a delivery status notification (RFC 3464) or an older bounce tells about one mail of ours.
 *
 * @param originalMessageId Message-ID of the mail it is about, without angle brackets, or null when the notice does not say
 * @param recipient         the address that was (not) reached, or null
 * @param action            what became of the mail
 * @param status            enhanced status code such as {@code 5.1.1}, or null
 * @param diagnostic        the words of the other server, at most 1,000 characters, or null
 */
public record DeliveryReport(String originalMessageId, String recipient, Action action, String status, String diagnostic) {

    /** RFC 3464, section 2.3.3; in order of rising severity. */
    public enum Action { UNKNOWN, DELIVERED, RELAYED, EXPANDED, DELAYED, FAILED }
}
