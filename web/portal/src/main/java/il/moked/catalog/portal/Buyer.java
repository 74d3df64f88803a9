// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.portal;

import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.ejb.PortalSigningIn.Present;
import il.moked.selfservice.portal.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Whose prices are shown: those of whoever is signed in, else everybody's. */
@RequestScoped
public class Buyer {
    @Inject
    SignedIn signedIn;

    /** @return null when nobody is signed in */
    public Long customerId() {
        return signedIn.present(Kind.CUSTOMER).map(Present::id).orElse(null);
    }
}
