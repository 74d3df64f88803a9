// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.shared.portal.PortalLog;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

/** The line of one display. It says now and then that it is there, and is answered. */
public final class DisplaySocket extends Endpoint implements MessageHandler.Whole<String> {
    private static final long LONGEST_SILENCE = 120_000;
    private static final long LONGEST_SEND = 10_000;
    private static final int LARGEST = 256;

    private final String address;
    private final long branchId;
    private final BranchAudience audience;
    private volatile Session session;

    DisplaySocket(String address, long branchId, BranchAudience audience) {
        this.address = address;
        this.branchId = branchId;
        this.audience = audience;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxIdleTimeout(LONGEST_SILENCE);
        opened.getAsyncRemote().setSendTimeout(LONGEST_SEND);
        opened.setMaxTextMessageBufferSize(LARGEST);
        opened.setMaxBinaryMessageBufferSize(1);
        opened.addMessageHandler(String.class, this);
        audience.listen(branchId, opened);
    }

    @Override
    public void onMessage(String anything) {
        session.getAsyncRemote().sendText("");
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        audience.forget(branchId, closed);
        audience.leave(address);
    }

    /** A broken connection is followed by {@link #onClose}. */
    @Override
    public void onError(Session broken, Throwable why) {
        PortalLog.LOG.debug(why.toString());
    }
}
