// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands beside every address of the portal (a servlet, a REST resource or one of its methods, a socket) and says who may pass
 * and what he reaches behind it. The build fails on an address without it, and every one is tried as everybody else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Door {
    /** Who is let in; everybody else is refused. */
    Caller[] to();

    /** Entities of which a caller is shown or changes his own, and nobody else's. What everybody may see (articles, branches) is not among them. */
    Class<?>[] reaches() default {};

    /**
     * What lies under it, with {@code {}} where the key of something it reaches stands: {@code "{}/pdf"}, {@code "?order={}"}. Each is tried
     * with the keys of what is somebody else's; without any, the key alone is.
     */
    String[] paths() default {};

    /** Kinds of those who come from outside. */
    enum Caller {
        /** Whoever comes by. */
        ANYBODY,
        /** A person signed in to the customer area. */
        CUSTOMER,
        /** Somebody of a company signed in to the business portal. */
        COMPANY,
        /** Whoever knows a code that cannot be guessed: of a letter, a ticket, a link. */
        HOLDER,
        /** A chat window or an app with the secret of its session. */
        SESSION,
        /** A provider or another system that proves itself with each request. */
        PROVIDER,
        /** Whoever tries out the demo; elsewhere there is nothing behind the door. */
        DEMO
    }
}
