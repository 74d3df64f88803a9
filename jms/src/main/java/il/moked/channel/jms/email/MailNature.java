// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/** Who wrote a mail, as far as its headers tell. Only {@link #PERSONAL} mail may be answered automatically (RFC 3834). */
public enum MailNature {
    /** Nothing says that a machine wrote it. */
    PERSONAL,
    /** Written by a machine: vacation notice, receipt, loop. */
    AUTO_REPLY,
    /** Sent to many: mailing list, newsletter. */
    BULK,
    /** Notice about the delivery of an earlier mail; it belongs to that mail, not to a customer. */
    BOUNCE;

    /** Whether an automatic answer may go out to a mail of this nature. */
    public boolean mayBeAnsweredAutomatically() {
        return this == PERSONAL;
    }
}
