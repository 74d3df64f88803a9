// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.interaction.AwaitedFile.Why;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where a provider is asked: its own address, or another that the account's settings name, as a test or a demo does. */
final class ProviderAddress {
    /** Hosts on which Meta and X keep files; nothing is fetched elsewhere, whatever a message says. */
    private static final String MEDIA_HOSTS = "fbcdn.net,fbsbx.com,cdninstagram.com,whatsapp.net,facebook.com,instagram.com,twimg.com,twitter.com,x.com";

    private ProviderAddress() {
    }

    static String base(Map<String, String> settings, String usual) {
        String base = settings.getOrDefault("base-url", "");
        return (base.isBlank() ? usual : base).replaceFirst("/+$", "");
    }

    /** A request to the account's provider: what is wrong with it is wrong with the account, not with the message. @param token null for none */
    static HttpRequest.Builder request(String address, String token) throws Away {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
            return token == null ? request : request.header("Authorization", "Bearer " + token);
        } catch (IllegalArgumentException wrong) {
            // neither is repeated: a token may be in it
            throw new Away(Cause.SETTINGS, "base-url or token");
        }
    }

    static String setting(Map<String, String> settings, String name) throws Away {
        String value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new Away(Cause.SETTINGS, name);
        }
        return value;
    }

    /** An address a file is said to be at: with TLS on a host of the provider's, or where the account's provider itself is. */
    static URI media(String address, Map<String, String> settings, String base) throws Refusal {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException noAddress) {
            throw new Refusal(Why.ELSEWHERE, "no address of a file");
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        URI own = URI.create(base);
        boolean atProvider = uri.getScheme() != null && uri.getScheme().equals(own.getScheme()) && host.equalsIgnoreCase(own.getHost()) && uri.getPort() == own.getPort();
        boolean known = "https".equals(uri.getScheme()) && uri.getUserInfo() == null && Stream.of(settings.getOrDefault("media-hosts", MEDIA_HOSTS).split(",")).map(String::strip).anyMatch(allowed -> host.equals(allowed) || host.endsWith("." + allowed));
        if (!atProvider && !known) {
            throw new Refusal(Why.ELSEWHERE, "a file elsewhere: " + (host.isEmpty() ? "?" : host));
        }
        return uri;
    }

    static boolean hasEnding(String fileName, String... endings) {
        String name = fileName.toLowerCase(Locale.ROOT).strip();
        return Arrays.stream(endings).anyMatch(ending -> name.endsWith("." + ending));
    }
}
