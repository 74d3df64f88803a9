// SPDX-License-Identifier: Apache-2.0
package il.moked;

import java.util.concurrent.Callable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.RoleDecoder;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Runs a step as a real user, signed in with his real password against the real realm. */
public final class As {
    public static final String PASSWORD = "moked-demo-2026";

    private As() {
    }

    public static <T> T user(String name, Callable<T> step) throws Exception {
        return SecurityDomain.getCurrent().authenticate(name, new PasswordGuessEvidence(PASSWORD.toCharArray())).runAs(step);
    }

    public static void run(String name, Step step) throws Exception {
        user(name, () -> {
            step.run();
            return null;
        });
    }

    /** A step that may throw. */
    public interface Step {
        void run() throws Exception;
    }
}
