// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.shared.BusinessException;
import il.moked.shared.KeptAnswer;
import il.moked.shared.ejb.AnswerKeeping;
import il.moked.shared.ejb.AnswerKeeping.Answered;
import il.moked.shared.ejb.AnswerKeeping.Different;
import il.moked.shared.ejb.AnswerKeeping.Running;
import il.moked.shared.ejb.AnswerKeeping.Standing;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Carries out {@link Idempotent}. What was done is answered again from what was kept, and so is what broke, for nobody
 * knows how far it came. A refusal did nothing: its key is free again, for the same request or a mended one.
 */
@Provider
@Idempotent
@ApplicationScoped
public class IdempotentRequests implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    public static final String HEADER = "Idempotency-Key";
    /** Says that nothing was done this time. */
    public static final String REPEATED = "Idempotent-Replayed";
    static final String KEY = "[\\x21-\\x7E]{1,80}";
    private static final String TAKEN = IdempotentRequests.class.getName() + ".taken";
    private static final String DONE = IdempotentRequests.class.getName() + ".done";
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;

    @Inject
    AnswerKeeping keeping;

    private record Done(String key, int status, String location, String entityTag) {
        KeptAnswer with(String contentType, String body) {
            return new KeptAnswer(status, contentType, location, entityTag, body);
        }
    }

    /** @throws BusinessException {@code shared.request-key}, {@code shared.request-running} or {@code shared.request-differs} */
    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !key.matches(KEY)) {
            throw new BusinessException("shared.request-key", HEADER);
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        Standing standing = keeping.take(key, fingerprint(request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath() + "?" + request.getUriInfo().getRequestUri().getRawQuery(), body));
        if (standing instanceof Different) {
            throw new BusinessException("shared.request-differs");
        }
        if (standing instanceof Running) {
            throw new BusinessException("shared.request-running");
        }
        if (standing instanceof Answered answered) {
            request.abortWith(again(answered.answer()));
            return;
        }
        request.setProperty(TAKEN, key);
    }

    private static Response again(KeptAnswer answer) {
        Response.ResponseBuilder again = Response.status(answer.status()).header(REPEATED, "true").header(HttpHeaders.LOCATION, answer.location()).header(HttpHeaders.ETAG, answer.entityTag());
        return answer.body() == null ? again.build() : again.entity(answer.body().getBytes(StandardCharsets.UTF_8)).type(answer.contentType()).build();
    }

    static String fingerprint(String what, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(TAKEN) instanceof String key)) {
            return;
        }
        request.removeProperty(TAKEN);
        if (response.getStatus() >= REFUSED && response.getStatus() < BROKEN) {
            settle(() -> keeping.release(key));
            return;
        }
        Done done = new Done(key, response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION), response.getHeaderString(HttpHeaders.ETAG));
        if (response.hasEntity()) {
            request.setProperty(DONE, done);
        } else {
            settle(() -> keeping.keep(key, done.with(null, null)));
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext written) throws IOException {
        if (!(written.getProperty(DONE) instanceof Done done)) {
            written.proceed();
            return;
        }
        written.removeProperty(DONE);
        OutputStream caller = written.getOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        written.setOutputStream(body);
        written.proceed();
        settle(() -> keeping.keep(done.key(), done.with(written.getMediaType().toString(), body.toString(StandardCharsets.UTF_8))));
        written.setOutputStream(caller);
        body.writeTo(caller);
    }

    /** What the caller asked for is done, whatever becomes of this; the key then stays taken and is never run again. */
    static void settle(Runnable step) {
        try {
            step.run();
        } catch (EJBException failure) {
            ApiLog.LOG.answerNotKept(failure);
        }
    }
}
