// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.PortalSession.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where somebody goes after he signed in: to a page of his own area and nowhere else. */
final class WayBack {
    private static final int LONGEST = 300;
    private static final Pattern OWN = Pattern.compile("/(my|business)(/[A-Za-z0-9._-]+)*/?(\\?[A-Za-z0-9=&_.%:-]*)?");

    private WayBack() {
    }

    static String home(Kind kind) {
        return kind == Kind.CUSTOMER ? "/my" : "/business";
    }

    static String signIn(Kind kind) {
        return kind == Kind.CUSTOMER ? "/sign-in" : "/business/sign-in";
    }

    /** @param asked from the request; his home instead of what is none of his pages */
    static String to(Kind kind, String asked) {
        boolean own = asked != null && asked.length() <= LONGEST && OWN.matcher(asked).matches() && !asked.contains("..") && SignedIn.kindOf(asked.replaceFirst("\\?.*$", "")) == kind;
        return own ? asked : home(kind);
    }

    static String signInFor(Kind kind, String asked) {
        String to = to(kind, asked);
        return signIn(kind) + (to.equals(home(kind)) ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }
}
