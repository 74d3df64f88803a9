// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import java.util.List;

/**
 * What a caller is told when something was refused or went wrong: RFC 9457 {@code application/problem+json}.
 *
 * @param type {@code urn:moked:} and the code
 * @param title the code in words, in the caller's language
 * @param code stable, of the form {@code area.reason}; the SOAP fault carries the same
 * @param traceId what to quote when asking about it, for status 500 only
 * @param errors the fields that are wrong, for status 422 only
 */
public record Problem(String type, String title, int status, String code, String traceId, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param field path of the field in the request, such as {@code sender.email} */
    public record FieldError(String field, String code, String text) {
    }

    public static Problem of(int status, String code, String title) {
        return new Problem("urn:moked:" + code, title, status, code, null, null);
    }

    Problem traced(String id) {
        return new Problem(type, title, status, code, id, errors);
    }

    Problem about(List<FieldError> fields) {
        return new Problem(type, title, status, code, traceId, List.copyOf(fields));
    }
}
