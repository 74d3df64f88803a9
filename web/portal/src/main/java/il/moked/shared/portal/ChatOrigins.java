// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which sites may show the chat. */
@ApplicationScoped
public class ChatOrigins {
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    /** Sites besides the portal itself that may show the chat window, as {@code https://host}, separated by commas. */
    @Inject
    @ConfigProperty(name = "moked.portal.chat-origins")
    Optional<List<String>> configured;

    /** What follows {@code frame-ancestors 'self'} in the content security policy. */
    public String forPolicy() {
        StringBuilder sources = new StringBuilder();
        others().forEach(origin -> sources.append(' ').append(origin));
        return sources.toString();
    }

    /** Whether a socket may be opened by a page of that origin; a request that names none is refused. */
    public boolean admits(HttpServletRequest request) {
        return admits(request.getHeader("Origin"), request.getHeader("Host"));
    }

    boolean admits(String origin, String host) {
        if (origin == null || host == null) {
            return false;
        }
        String asked = origin.toLowerCase(Locale.ROOT);
        return others().contains(asked) || ORIGIN.matcher(asked).matches() && authority(asked).equals(authority(scheme(asked) + "://" + host.toLowerCase(Locale.ROOT)));
    }

    /** A value that is not an origin is left out: it would end in a response header. */
    private List<String> others() {
        return configured.orElse(List.of()).stream().map(origin -> origin.strip().toLowerCase(Locale.ROOT)).filter(origin -> ORIGIN.matcher(origin).matches()).toList();
    }

    private static String scheme(String origin) {
        return origin.substring(0, origin.indexOf(':'));
    }

    private static String authority(String origin) {
        try {
            URI address = URI.create(origin);
            int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
            return address.getHost() + ":" + port;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
