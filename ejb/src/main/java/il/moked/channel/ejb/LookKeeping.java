// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.channel.AccentColour;
import il.moked.channel.OrganisationLook;
import il.moked.channel.OrganisationLooks;
import il.moked.channel.ejb.PublicLook.Look;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Administrators say how the organisation looks outside: name, colour and logo, and nothing else. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.SYSTEM})
public class LookKeeping {
    private static final String LOOK = "organisation-look";

    @Inject
    OrganisationLooks looks;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public Look current() {
        return looks.find().map(Look::of).orElse(Look.USUAL);
    }

    /** @param seen version of {@link Look} @param accent {@code #rrggbb}; empty for the usual one @throws BusinessException {@code channel.look-colour}, {@code channel.look-contrast} */
    public void change(int seen, String hebrewName, String englishName, String accent) {
        AccentColour colour = accent == null || accent.isBlank() ? null : AccentColour.read(accent);
        OrganisationLook look = changing(seen);
        look.shows(hebrewName, englishName, colour, clock.instant());
        tell("channel.look-changed", look);
    }

    /** @param content empty: without one from now on @throws BusinessException {@code channel.look-logo} */
    public void logo(byte[] content) {
        OrganisationLook look = looks.find().orElseGet(this::begun);
        look.carries(content, clock.instant());
        tell("channel.logo-changed", look);
    }

    private OrganisationLook changing(int seen) {
        if (seen == 0) {
            looks.find().ifPresent(somebodyWasFaster -> {
                throw new StaleVersionException();
            });
            return begun();
        }
        OrganisationLook look = looks.find().orElseThrow(StaleVersionException::new);
        look.expect(seen - 1);
        return look;
    }

    private OrganisationLook begun() {
        OrganisationLook look = new OrganisationLook(clock.instant());
        looks.add(look);
        return look;
    }

    private void tell(String action, OrganisationLook look) {
        looks.flush();
        Look shown = Look.of(look);
        events.tell(new Administered(action, LOOK, OrganisationLook.ID, shown.hebrewName() + ", " + shown.englishName() + ", " + shown.accent() + (shown.logo() ? ", logo" : "")));
    }
}
