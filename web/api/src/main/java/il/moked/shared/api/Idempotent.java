// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The request says a key of its caller in the header {@value IdempotentRequests#HEADER}. The same request again under the
 * same key, within a day, is answered as the first time and not done again; another request under that key is refused.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
}
