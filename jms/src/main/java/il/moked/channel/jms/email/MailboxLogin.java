// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

/** @param tls implicit TLS on port 993, STARTTLS (required) on any other */
record MailboxLogin(String host, int port, String user, String password, boolean tls) {
    private static final int IMAPS = 993;

    boolean implicitTls() {
        return tls && port == IMAPS;
    }

    @Override
    public String toString() {
        return user + '@' + host + ':' + port; // never the password
    }
}
