// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanyKeys;
import il.moked.company.ejb.CompanyKeys.Caller;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/** Whose program calls: by the key in {@code Authorization: Bearer …}. Wrong keys are tried only so often from an address; a good one may ask only so often. */
@RequestScoped
public class CompanyCaller {
    private static final String BEARER = "Bearer ";

    @Inject
    CompanyKeys keys;
    @Inject
    Limits limits;
    @Inject
    HttpServletRequest request;

    /** He must wait. */
    static class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Duration wait;

        TooOften(Duration wait) {
            this.wait = wait;
        }

        Duration pause() {
            return wait;
        }
    }

    /** Id of whose key it is. @throws BusinessException {@code company.key} */
    long user() {
        String address = Visitor.of(request);
        refuse(limits.wrongKeys().left(address));
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Caller caller;
        try {
            caller = keys.caller(header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : null);
        } catch (BusinessException wrong) {
            limits.wrongKeys().take(address);
            throw wrong;
        }
        refuse(limits.programs().take(Long.toString(caller.keyId())));
        return caller.userId();
    }

    private static void refuse(Duration wait) {
        if (!wait.isZero()) {
            throw new TooOften(wait);
        }
    }
}
