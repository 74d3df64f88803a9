// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.api;

import il.moked.casework.CaseAction;
import il.moked.casework.CaseCondition;
import il.moked.casework.CaseEscalation;
import il.moked.casework.CaseEscalation.Kind;
import il.moked.casework.CaseRuleFiring;
import il.moked.casework.CaseTrigger;
import il.moked.casework.ejb.Escalating;
import il.moked.casework.ejb.Escalating.EscalationLine;
import il.moked.casework.ejb.Escalating.Name;
import il.moked.casework.ejb.Escalating.NewEscalation;
import il.moked.casework.ejb.RuleKeeping;
import il.moked.casework.ejb.RuleKeeping.Firing;
import il.moked.channel.Channel;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** Of whom cases are asked, and what rules did with them and why. */
@Path("cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseHelpResource {
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    Escalating escalating;
    @Inject
    RuleKeeping rules;

    /** @param people user names: one for EXPERT, up to ten for SWARM, none for TIER @param tell whether the customer is told by an automatic message */
    public record Asking(@NotNull(message = REQUIRED) Kind kind, @Size(max = Escalating.MOST_MEMBERS, message = TOO_LONG) List<String> people, @NotBlank(message = REQUIRED) @Size(max = CaseEscalation.LONGEST_REASON, message = TOO_LONG) String reason, Instant wishedBy,
            boolean tell) {
    }

    /** @param whom code of a team or a user name; absent for a swarm @param toldBy absent when the customer was not told */
    public record EscalationBody(long id, Kind kind, CaseEscalation.State state, String whom, List<String> members, String reason, Instant wishedBy, String askedBy, Instant askedAt, Channel toldBy, String answer) {
        static EscalationBody of(EscalationLine line) {
            return new EscalationBody(line.id(), line.kind(), line.state(), line.whom() == null ? null : line.whom().userName(), line.members().stream().map(Name::userName).toList(), line.reason(), line.wishedBy(), line.askedBy().userName(), line.askedAt(), line.toldBy(),
                    line.answer());
        }
    }

    public record Escalations(List<EscalationBody> items) {
    }

    /** @param actual what the case had; empty for a text */
    public record CheckBody(CaseCondition.Field field, CaseCondition.Operator operator, String value, String actual, boolean holds) {
    }

    /** @param refusal code of why it was not done; absent when it was */
    public record DeedBody(CaseAction.Kind kind, String value, String refusal) {
    }

    public record FiringBody(long id, long rule, String name, int edition, CaseTrigger trigger, Instant at, CaseRuleFiring.Outcome outcome, List<CheckBody> checks, List<DeedBody> deeds) {
        static FiringBody of(Firing firing) {
            return new FiringBody(firing.id(), firing.ruleId(), firing.rule().name("en"), firing.edition(), firing.trigger(), firing.at(), firing.outcome(),
                    firing.checks().stream().map(check -> new CheckBody(check.condition().field(), check.condition().operator(), check.condition().value(), check.actual(), check.holds())).toList(),
                    firing.deeds().stream().map(deed -> new DeedBody(deed.kind(), deed.value(), deed.refusal())).toList());
        }
    }

    public record Firings(List<FiringBody> items) {
    }

    /** The newest first, up to 50. */
    @GET
    @Path("{id}/escalations")
    public Escalations escalations(@PathParam("id") long id) {
        return new Escalations(escalating.ofCase(id).stream().map(EscalationBody::of).toList());
    }

    @POST
    @Path("{id}/escalations")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("id") long id, Asking asking) {
        Asking checked = checks.valid(asking);
        long asked = escalating.escalate(id, null, new NewEscalation(checked.kind(), checked.people() == null ? List.of() : checked.people(), checked.reason(), checked.wishedBy(), checked.tell()));
        return Response.status(Response.Status.CREATED).entity(escalating.ofCase(id).stream().filter(line -> line.id() == asked).map(EscalationBody::of).findFirst().orElseThrow()).build();
    }

    /** The newest first, up to 20. */
    @GET
    @Path("{id}/rule-firings")
    public Firings firings(@PathParam("id") long id) {
        return new Firings(rules.firingsOf(id).stream().map(FiringBody::of).toList());
    }
}
