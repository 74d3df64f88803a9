// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanySigningIn.Invitation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Who is invited; null when the link is not good. */
@Named
@RequestScoped
public class JoinView {
    private Invitation invitation;

    void shows(Invitation found) {
        invitation = found;
    }

    public Invitation getInvitation() {
        return invitation;
    }
}
