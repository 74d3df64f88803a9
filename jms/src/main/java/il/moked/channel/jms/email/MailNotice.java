// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/** What the agent must know about a mail before trusting what the screen shows of it. */
public enum MailNotice {
    /** The mail could not be read as a mail; text and headers are what could be salvaged. */
    UNREADABLE,
    /** A declared character set was missing, unknown or wrong; the text was decoded by likelihood. */
    CHARSET_GUESSED,
    /** A limit was reached; the raw mail holds more than is shown. */
    TRUNCATED,
    /** The structure was damaged (header, boundary or transfer encoding) and has been repaired by likelihood. */
    BROKEN_STRUCTURE,
    /** No header names a usable sender: this mail cannot be answered. */
    NO_SENDER,
    ENCRYPTED_SMIME,
    ENCRYPTED_PGP,
    /** A signature is present; it has not been verified. */
    SIGNED_SMIME,
    /** A signature is present; it has not been verified. */
    SIGNED_PGP,
    /** The mail carried a winmail.dat; its files and text were taken out as far as they could be read. */
    TNEF
}
