// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Plain sockets of which the newest can be reached afterwards: to wait on it for another time than for an answer, and
 * to end a wait from another thread. TLS is laid over it by Jakarta Mail.
 */
final class HeldSockets extends SocketFactory {
    private volatile Socket newest;

    @Override
    public Socket createSocket() {
        newest = new Socket();
        return newest;
    }

    void timeout(int milliseconds) throws SocketException {
        newest.setSoTimeout(milliseconds);
    }

    void cut() {
        Socket open = newest;
        if (open != null) {
            try {
                open.close();
            } catch (IOException closedAnyway) {
                // It is of no use any more, which is what was wanted.
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }
}
