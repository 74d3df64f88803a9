// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.channel.OrganisationLook;
import il.moked.channel.OrganisationLooks;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** How the organisation looks, for the pages that everybody sees. */
@Stateless
@PermitAll
public class PublicLook {
    @Inject
    OrganisationLooks looks;

    /** @param accent {@code #rrggbb}, or null for the usual one @param hebrewName or null @param englishName or null @param version of it, 0 when nobody said anything */
    public record Look(String hebrewName, String englishName, String accent, boolean logo, int version) {
        public static final Look USUAL = new Look(null, null, null, false, 0);

        static Look of(OrganisationLook look) {
            return new Look(look.name("he").orElse(null), look.name("en").orElse(null), look.accent().map(colour -> colour.written()).orElse(null), look.logo().isPresent(), look.version() + 1);
        }

        public Optional<String> name(String language) {
            return Optional.ofNullable("he".equals(language) ? hebrewName : englishName);
        }
    }

    public record Logo(byte[] content, String contentType) {
    }

    public Look look() {
        return looks.find().map(Look::of).orElse(Look.USUAL);
    }

    public Optional<Logo> logo() {
        return looks.find().flatMap(look -> look.logo().map(content -> new Logo(content, look.logoType().orElseThrow())));
    }
}
