// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads an answer up to a size; of a larger one nothing more is read, and it is nothing or what is there by then. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final int longest;
    private final boolean cut;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Subscription subscription;

    /** It was larger. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    BoundedBody(int longest, boolean cut) {
        this.longest = longest;
        this.cut = cut;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (content.size() + part.remaining() > longest) {
                subscription.cancel();
                if (cut) {
                    byte[] beginning = new byte[longest - content.size()];
                    part.get(beginning);
                    content.writeBytes(beginning);
                    body.complete(content.toByteArray());
                } else {
                    body.completeExceptionally(new TooLarge());
                }
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            content.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(content.toByteArray());
    }
}
