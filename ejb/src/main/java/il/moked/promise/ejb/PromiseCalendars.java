// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.agreement.Agreements;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Interaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * On whose calendar something is promised: that of the customer's contract, else of the account he turned to, else of the
 * queue it is answered by or one of the team that owns it, else the organisation's (field-study d.1, rule 8).
 */
@ApplicationScoped
public class PromiseCalendars {
    @Inject
    Agreements agreements;
    @Inject
    Calendars calendars;
    @Inject
    ChannelAccounts accounts;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** A calendar and its code. */
    public record Coded(String code, BusinessCalendar calendar) {
    }

    /** @param interaction null when no conversation is open @param day on which a contract must hold */
    public Coded of(long customerId, Interaction interaction, long teamId, LocalDate day) {
        ChannelAccount account = interaction == null ? null : accounts.get(interaction.accountId());
        String code = Stream.<Optional<String>>of(agreements.calendarOf(customerId, day), Optional.ofNullable(account).flatMap(ChannelAccount::calendar), account == null ? ofTeam(teamId) : ofQueue(account.queueId()))
                .flatMap(Optional::stream).filter(named -> calendars.findCurrent(named).isPresent()).findFirst().orElse(Calendars.DEFAULT);
        return new Coded(code, calendars.first(code));
    }

    /** The line belongs to the routing area, which stands above this one; only its hours are needed here. */
    private Optional<String> ofQueue(long queueId) {
        return text("select calendar_code from work_queue where id = ?1", queueId);
    }

    private Optional<String> ofTeam(long teamId) {
        return text("select calendar_code from work_queue where team_id = ?1 and calendar_code is not null order by id fetch first 1 rows only", teamId);
    }

    private Optional<String> text(String query, long id) {
        return entities.createNativeQuery(query).setParameter(1, id).getResultStream().filter(Objects::nonNull).map(Object::toString).findFirst();
    }
}
