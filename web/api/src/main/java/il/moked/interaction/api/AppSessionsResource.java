// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.AppSessions;
import il.moked.interaction.ejb.AppSessions.Opened;
import il.moked.interaction.ejb.AppSessions.Who;
import il.moked.shared.BusinessException;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Understood;
import il.moked.shared.api.Understood.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Stream;

/** Sessions in the organisation's own app, for customers whom the calling system has signed in. */
@Path("app-sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AppSessionsResource {
    @Inject
    Checks checks;
    @Inject
    AppSessions sessions;

    /** The customer by exactly one of the three. */
    public record NewAppSession(@NotBlank(message = NewContact.REQUIRED) @Size(max = 40, message = NewContact.TOO_LONG) String account, Long customerId, @Understood(Kind.NATIONAL_ID) String nationalId, @Understood(Kind.EMAIL) String email,
            @Size(max = 120, message = NewContact.TOO_LONG) String device, @Pattern(regexp = "he|en", message = "shared.language") String language, @Min(value = 1, message = "shared.days") @Max(value = 365, message = "shared.days") Integer days) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(NewAppSession wanted) {
        NewAppSession checked = checks.valid(wanted);
        if (Stream.of(checked.customerId(), checked.nationalId(), checked.email()).filter(Objects::nonNull).count() != 1) {
            throw new BusinessException("shared.bad-request");
        }
        Opened opened = sessions.open(checked.account(), new Who(checked.customerId(), checked.nationalId(), checked.email()), checked.device(), checked.language(), checked.days());
        return Response.status(Response.Status.CREATED).header("Cache-Control", "no-store").entity(opened).build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") long id) {
        sessions.revoke(id);
    }
}
