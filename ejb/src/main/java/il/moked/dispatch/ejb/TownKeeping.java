// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.dispatch.Locality;
import il.moked.dispatch.Technicians;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;

/** Where towns lie and whose territory they are in, as administrators keep it, one by one or from a file. A refusal has the field that is wrong as first argument. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class TownKeeping {
    /** Kinds of things in the audit and among the versions. */
    public static final String TOWN = "town";
    private static final String TOWNS = "towns";

    @Inject
    Technicians technicians;
    @Inject
    TownSheet sheet;
    @Inject
    DomainEvents events;

    public record TownLine(long number, int version, String code, Locality.Facts facts) {
        static TownLine of(Locality town) {
            return new TownLine(town.number(), town.version(), town.code(), town.facts());
        }

        public String name(String language) {
            return "he".equals(language) ? facts.hebrewName() : facts.englishName();
        }
    }

    private static String told(Locality town) {
        return town.code() + ", " + town.name("he") + " / " + town.name("en") + ", " + town.territory() + ", " + town.middle().latitude() + ", " + town.middle().longitude();
    }

    /** All of them, to choose from. */
    public List<TownLine> towns() {
        return technicians.localities().stream().map(TownLine::of).toList();
    }

    /** By code. @param like part of a code or a name, empty for all @param after code of the last one shown, null for the first page */
    public Page<TownLine> towns(String like, String after, int size) {
        return Page.of(technicians.localities(like, after, size + 1).stream().map(TownLine::of).toList(), size);
    }

    public TownLine town(String code) {
        return TownLine.of(technicians.locality(code));
    }

    /** @throws BusinessException {@code shared.code}, {@code shared.code-taken} */
    public void addTown(String code, Locality.Facts facts) {
        Locality town = new Locality(code, facts);
        if (technicians.findLocality(town.code()).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", town.code());
        }
        technicians.add(town);
        events.tell(new Administered("dispatch.town-added", TOWN, town.number(), told(town)));
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer version */
    public void changeTown(String code, int seen, Locality.Facts facts) {
        Locality town = technicians.locality(code);
        town.expect(seen);
        town.become(facts);
        technicians.flush();
        events.tell(new Administered("dispatch.town-changed", TOWN, town.number(), told(town)));
    }

    /** Reads the whole file and says what would become of it. */
    public Imported tryTowns(InputStream file) {
        return sheet.read(file, true);
    }

    /** Brings it in, all of it or nothing. */
    public Imported bringInTowns(InputStream file) {
        Imported imported = sheet.read(file, false);
        if (imported.good() && imported.created() + imported.changed() > 0) {
            events.tell(new Administered("dispatch.towns-imported", TOWNS, 1L, imported.created() + " + " + imported.changed() + " / " + imported.lines()));
        }
        return imported;
    }
}
