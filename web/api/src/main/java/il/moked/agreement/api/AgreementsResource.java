// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.api;

import il.moked.agreement.Agreement;
import il.moked.agreement.Entitlement;
import il.moked.agreement.EntitlementPeriod;
import il.moked.agreement.ejb.AgreementLine;
import il.moked.agreement.ejb.Entitling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;

/** The contracts of a customer, with what is left of them. */
@Path("customers/{id}/agreements")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgreementsResource {
    @Inject
    Entitling entitling;

    public record Rows(List<Contract> items) {
    }

    /** What is not so is absent. @param until the last day @param valid whether it holds today */
    public record Contract(String number, Agreement.Kind kind, String name, LocalDate from, LocalDate until, boolean valid, Level level, String priceList, List<Left> entitlements) {
        static Contract of(AgreementLine line) {
            return new Contract(line.number(), line.kind(), line.name("he"), line.from(), line.until(), line.valid(), line.level() == null ? null : Level.of(line.level()), line.priceList(), line.entitlements().stream().map(Left::of).toList());
        }
    }

    /** Minutes are those of business time on the calendar. */
    public record Level(String code, String calendar, Integer answerMinutes, Integer repairMinutes) {
        static Level of(AgreementLine.Level level) {
            return new Level(level.code(), level.calendar(), level.answerMinutes(), level.repairMinutes());
        }
    }

    /** @param until the first day of the next period */
    public record Left(long id, Entitlement.Kind kind, EntitlementPeriod period, int quantity, int left, LocalDate until) {
        static Left of(AgreementLine.Left left) {
            return new Left(left.id(), left.kind(), left.period(), left.quantity(), left.left(), left.until());
        }
    }

    /** Those that hold today first, the newest first; not more than fifty. */
    @GET
    public Rows list(@PathParam("id") long id) {
        return new Rows(entitling.agreementsOf(id).stream().map(Contract::of).toList());
    }
}
