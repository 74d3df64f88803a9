// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of things as HTTP carries them: an answer says {@code ETag}, a change says the same in {@code If-Match}. */
public final class Preconditions {
    private static final Pattern OURS = Pattern.compile("\\s*\"v(\\d{1,9})\"\\s*");

    private Preconditions() {
    }

    public static EntityTag tag(int version) {
        return new EntityTag("v" + version);
    }

    /**
     * The version that the caller saw.
     *
     * @throws BusinessException {@code shared.if-match-missing} (428) when he does not say; any version whatever, {@code *}, is no answer
     * @throws StaleVersionException (412) when it is no tag of ours, so not the present one
     */
    public static int seen(HttpHeaders headers) {
        String said = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (said == null || said.isBlank() || said.strip().equals("*")) {
            throw new BusinessException("shared.if-match-missing");
        }
        Matcher tag = OURS.matcher(said);
        if (!tag.matches()) {
            throw new StaleVersionException();
        }
        return Integer.parseInt(tag.group(1));
    }

    /** 304 without a body when the caller has this version already, else 200 with it; with its tag either way. */
    public static Response unlessSeen(Request request, int version, Supplier<Object> entity) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(version));
        return (unchanged == null ? Response.ok(entity.get()) : unchanged).tag(tag(version)).build();
    }
}
