// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanyAdministering.KeyLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** Keys of a company's programs, and the one just made. */
@Named
@RequestScoped
public class CompanyKeysView {
    private List<KeyLine> keys = List.of();
    private String secret;

    void shows(List<KeyLine> all) {
        keys = all;
    }

    void made(String shownOnce) {
        secret = shownOnce;
    }

    public List<KeyLine> getKeys() {
        return keys;
    }

    /** Null when none was made just now. */
    public String getSecret() {
        return secret;
    }
}
