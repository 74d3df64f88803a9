// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Supplier;

/** What a SOAP request is answered: what was asked for, or the {@link ProblemFault} in the caller's language. */
@ApplicationScoped
public class SoapAnswers {
    @Inject
    HttpServletRequest request;

    public <T> T of(Supplier<T> act) throws ProblemFault {
        try {
            return act.get();
        } catch (RuntimeException failure) {
            throw new ProblemFault(Refusal.of(failure, language()));
        }
    }

    public Locale language() {
        return Words.language(Collections.list(request.getLocales()));
    }
}
