// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.channel.AccentColour;
import il.moked.channel.OrganisationLook;
import il.moked.channel.OrganisationLooks;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;

/** The demo's bank has a blue of its own and a sign; its name is that of its form. Once: what an administrator chose stays. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class DemoLook {
    private static final String BLUE = "#1a4f8b";

    @Inject
    DemoProfile profile;
    @Inject
    OrganisationLooks looks;
    @Inject
    Clock clock;

    @PostConstruct
    void seed() {
        if (!profile.active() || looks.find().isPresent()) {
            return;
        }
        OrganisationLook look = new OrganisationLook(clock.instant());
        look.shows(null, null, AccentColour.read(BLUE), clock.instant());
        try (InputStream sign = DemoLook.class.getResourceAsStream("logo.png")) {
            look.carries(sign.readAllBytes(), clock.instant());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        looks.add(look);
    }
}
