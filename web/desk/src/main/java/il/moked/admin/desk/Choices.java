// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.agent.Skill;
import il.moked.agent.SkillBook;
import il.moked.agent.ejb.Skilling;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.ejb.CalendarKeeping;
import il.moked.channel.Channel;
import il.moked.channel.ejb.Accounts;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Segment;
import il.moked.routing.Relaxation;
import il.moked.routing.ServiceLevelFormula;
import il.moked.routing.TargetHours;
import il.moked.routing.ejb.Queues;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;

/** What can be chosen in the administrator's forms. */
@Named
@RequestScoped
public class Choices {
    @Inject
    Queues queues;
    @Inject
    Accounts accounts;
    @Inject
    Skilling skilling;
    @Inject
    CalendarKeeping calendars;

    private List<Queues.QueueLine> queueLines;
    private List<Queues.TeamLine> teamLines;
    private List<Accounts.Known> accountLines;
    private List<SkillBook.Entry> skillLines;
    private List<CalendarKeeping.Edition> calendarLines;

    public List<Queues.QueueLine> queues() {
        return queueLines = queueLines == null ? queues.queues() : queueLines;
    }

    public List<Queues.TeamLine> teams() {
        return teamLines = teamLines == null ? queues.teams() : teamLines;
    }

    public List<Accounts.Known> accounts() {
        return accountLines = accountLines == null ? accounts.list() : accountLines;
    }

    public List<SkillBook.Entry> skills() {
        return skillLines = skillLines == null ? skilling.skills() : skillLines;
    }

    public List<CalendarKeeping.Edition> calendars() {
        return calendarLines = calendarLines == null ? calendars.list() : calendarLines;
    }

    /** After something was changed. */
    void again() {
        queueLines = null;
        teamLines = null;
        accountLines = null;
        skillLines = null;
        calendarLines = null;
    }

    /** Kinds of the skills by code, for the script that reads what was typed. */
    public String skillKinds() {
        JsonObjectBuilder kinds = OneJson.PROVIDER.createObjectBuilder();
        skills().forEach(skill -> kinds.add(skill.code(), skill.skill().kind().name()));
        return kinds.build().toString();
    }

    public List<String> channels() {
        return names(Channel.values());
    }

    public List<String> segments() {
        return names(Segment.values());
    }

    public List<String> keeps() {
        return names(Relaxation.Keep.values());
    }

    /** In which a target may run. */
    public List<String> hours() {
        return names(TargetHours.values());
    }

    public List<ServiceLevelFormula> formulas() {
        return List.of(ServiceLevelFormula.values());
    }

    public List<String> facts() {
        return names(CustomerFacts.Fact.values());
    }

    public List<String> kinds() {
        return names(Customer.Kind.values());
    }

    public List<String> skillKindNames() {
        return names(Skill.Kind.values());
    }

    public List<String> holidays() {
        return names(BusinessCalendar.Holidays.values());
    }

    public List<String> languages() {
        return List.of("he", "en", "ar", "ru");
    }

    public List<Integer> levels() {
        return List.of(0, 1, 2, 3, 4, 5);
    }

    private static List<String> names(Enum<?>[] members) {
        return Arrays.stream(members).map(Enum::name).toList();
    }
}
