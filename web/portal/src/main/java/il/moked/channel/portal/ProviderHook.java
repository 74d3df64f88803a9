// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A door at which providers post what they have, and are answered by a bare status. Whoever proved himself is never slowed
 * down, also when he could not be understood or served; who is turned away too often gets 429, and nothing he sends is read.
 */
public abstract class ProviderHook extends HttpServlet {
    /** Of a request's body. Bytes. */
    public static final int LARGEST = 256 * 1024;
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> WELCOME = Set.of(HttpServletResponse.SC_OK, HttpServletResponse.SC_BAD_REQUEST, HttpServletResponse.SC_SERVICE_UNAVAILABLE);

    @Inject
    transient HookCallers callers;

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!callers.shutOut(Visitor.of(request)).isZero()) {
            response.setStatus(TOO_MANY);
            return;
        }
        int status = answer(request);
        if (status == HttpServletResponse.SC_OK) {
            callers.proved(Visitor.of(request));
        }
        response.setStatus(WELCOME.contains(status) || callers.refused(Visitor.of(request)).isZero() ? status : TOO_MANY);
    }

    /** @return 200 when it is kept; 400 and 503 only to who proved himself; any other turns him away */
    protected abstract int answer(HttpServletRequest request) throws IOException;

    /** What stands behind the address of the hook: the account, and whatever else. */
    protected static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    }

    /** @return empty when there is more than {@link #LARGEST} */
    protected static Optional<byte[]> body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        return body.length > LARGEST ? Optional.empty() : Optional.of(body);
    }
}
