// SPDX-License-Identifier: Apache-2.0
package il.moked.access.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The name and password a request says, RFC 7617 in UTF-8. */
record Credentials(String userName, String password) {
    private static final String SCHEME = "Basic ";

    /** @param header the Authorization header, or null */
    static Optional<Credentials> in(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String said = new String(Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()), StandardCharsets.UTF_8);
            int colon = said.indexOf(':');
            return colon <= 0 ? Optional.empty() : Optional.of(new Credentials(said.substring(0, colon), said.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return userName;
    }
}
