// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.selfservice.ejb.PortalSigningIn.Present;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who asks: the customer, or the person of a company, whose session the browser holds. Both may be signed in at once; under
 * {@code /business} the company's counts, elsewhere the customer's.
 */
@Named
@RequestScoped
public class SignedIn {
    private static final String BUSINESS = "/business";
    private static final String MAC = "HmacSHA256";

    @Inject
    HttpServletRequest request;
    @Inject
    PortalSigningIn signingIn;

    private final Map<Kind, Optional<Present>> known = new EnumMap<>(Kind.class);

    public Optional<Present> present(Kind kind) {
        return known.computeIfAbsent(kind, asked -> signingIn.present(asked, token(asked)));
    }

    /** @return id of the customer @throws BusinessException {@code selfservice.signed-out} */
    public long customer() {
        return present(Kind.CUSTOMER).orElseThrow(() -> new BusinessException("selfservice.signed-out")).id();
    }

    /** @return id of the person of a company @throws BusinessException {@code selfservice.signed-out} */
    public long companyUser() {
        return present(Kind.COMPANY).orElseThrow(() -> new BusinessException("selfservice.signed-out")).id();
    }

    /** For pages everybody may see. */
    public boolean isCustomer() {
        return present(Kind.CUSTOMER).isPresent();
    }

    public boolean isCompanyUser() {
        return present(Kind.COMPANY).isPresent();
    }

    /** Of the session; empty when the browser holds none. */
    public String token(Kind kind) {
        return SessionCookie.of(kind).read(request);
    }

    /** What every form of a signed-in page carries in the field {@code form}: no other site can know it. */
    public String getFormToken() {
        return formToken(kind());
    }

    /** Whether a form came from a page of this very session. */
    public boolean admits(String formToken) {
        return formToken != null && MessageDigest.isEqual(getFormToken().getBytes(StandardCharsets.US_ASCII), formToken.getBytes(StandardCharsets.UTF_8));
    }

    private Kind kind() {
        return kindOf(request.getRequestURI().substring(request.getContextPath().length()));
    }

    static Kind kindOf(String path) {
        return path.equals(BUSINESS) || path.startsWith(BUSINESS + "/") ? Kind.COMPANY : Kind.CUSTOMER;
    }

    private String formToken(Kind kind) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(("form:" + token(kind)).getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(kind.name().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
