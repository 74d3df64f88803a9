// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** One request over HTTP with an end, whatever the other side does; it tells apart what a sender must know: nothing was handed over, or it was and no answer came. */
public final class HttpCall {
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    static {
        // A connection that the other side has closed meanwhile fails only when a message was written to it, and nobody knows its fate then: rest no longer than any provider lets it.
        if (System.getProperty(KEEP_ALIVE) == null) {
            System.setProperty(KEEP_ALIVE, "10");
        }
    }

    private final HttpClient http;

    /** @param contentType may be null */
    public record Answer(int status, String contentType, byte[] content) {
    }

    /** Nothing was handed over. */
    public static final class Unreached extends Exception {
        private static final long serialVersionUID = 1;

        Unreached(String why) {
            super(why);
        }
    }

    /** Something was handed over, and no whole answer came. */
    public static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1;

        Unanswered(String why) {
            super(why);
        }
    }

    /** The answer is larger than it may be. */
    public static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** @param connect how long making the connection may take */
    public HttpCall(Duration connect) {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(connect).build();
    }

    /**
     * @param patience for the whole of it, to the last byte of the answer
     * @param longest bytes of the answer @param cut of a longer one the beginning is enough
     * @throws TooLarge only when it may not be cut
     */
    public Answer ask(HttpRequest request, Duration patience, int longest, boolean cut) throws Unreached, Unanswered, TooLarge {
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request, head -> new BoundedBody(longest, cut));
        try {
            HttpResponse<byte[]> response = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(null), response.body());
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new Unanswered("no answer in " + patience.toSeconds() + " s");
        } catch (InterruptedException serverStops) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("the server stops");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof BoundedBody.TooLarge) {
                throw new TooLarge();
            }
            if (before(cause)) {
                throw new Unreached(words(cause));
            }
            throw new Unanswered(words(cause));
        }
    }

    private static String words(Throwable failure) {
        return failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    }

    /** Whether it failed before anything could be handed over. Of what is not known it is not certain. */
    private static boolean before(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ConnectException || at instanceof HttpConnectTimeoutException || at instanceof SSLHandshakeException || at instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
