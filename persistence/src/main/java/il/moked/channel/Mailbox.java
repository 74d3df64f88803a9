// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where an e-mail account is read. The password is not here: it is the configuration value {@code moked.mail.<account code>.password}. */
@Embeddable
public record Mailbox(@Column(name = "imap_host") String host, @Column(name = "imap_port") Integer port, @Column(name = "imap_user") String user, @Column(name = "imap_tls") Boolean tls) {
}
