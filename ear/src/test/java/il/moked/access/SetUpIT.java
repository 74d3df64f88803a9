// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.access.ejb.SetUpHistory;
import il.moked.agent.Skill;
import il.moked.agent.SkillBook;
import il.moked.agent.ejb.Skilling;
import il.moked.channel.Channel;
import il.moked.channel.ejb.Accounts;
import il.moked.interaction.AsSystem;
import il.moked.routing.RuleVersion;
import il.moked.routing.RuleVersion.Kind;
import il.moked.routing.ejb.Queues;
import il.moked.routing.ejb.Rules;
import il.moked.shared.BusinessException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** An administrator changes how the organisation is set up: each change has its version, can be gone back to, and overwrites nothing unseen. */
@AnyDatabase
@ArquillianTest
public class SetUpIT {
    @Inject
    Accounts accounts;
    @Inject
    Queues queues;
    @Inject
    Skilling skilling;
    @Inject
    Rules rules;
    @Inject
    SetUpHistory history;
    @Inject
    StaffUsers users;
    @Inject
    AsSystem system;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Accounts.Known account(long id) {
        return accounts.get(id);
    }

    @Test
    void anAccountGoesBackToWhatItWas() throws Exception {
        As.run("admin", () -> {
            long queue = queues.queues().get(0).id();
            Accounts.Details first = new Accounts.Details("a-" + mark, Channel.FORM, "טופס", "Form", "form@moked.example", "he", queue, null, true, true, Map.of("subject", "bill"), null);
            long id = accounts.create(first);
            Accounts.Details second = new Accounts.Details("a-" + mark, Channel.FORM, "טופס אחר", "Another form", "another@moked.example", "en", queue, null, false, true, Map.of(), null);
            accounts.change(id, account(id).version(), second);
            assertThatThrownBy(() -> accounts.change(id, account(id).version() - 1, first)).isInstanceOf(BusinessException.class).extracting("code").isEqualTo("shared.conflict");
            accounts.restore(id, account(id).version(), 1);
            assertThat(account(id).details()).isEqualTo(first);
            List<SetUpVersions.Line> versions = history.of(Accounts.SUBJECT, id, null, 10).rows();
            assertThat(versions).extracting(SetUpVersions.Line::number).containsExactly(3, 2, 1);
            assertThat(versions).allMatch(SetUpVersions.Line::restorable).allMatch(line -> line.madeBy().equals("admin"));
            assertThat(versions.get(0).detail()).contains("englishName Another form → Form");
            assertThat(history.changes(null, 5).rows()).extracting(SetUpVersions.Line::subjectId).contains(id);
            assertThatThrownBy(() -> accounts.restore(id, account(id).version(), 99)).isInstanceOf(BusinessException.class).extracting("code").isEqualTo("access.unknown-version");
            accounts.enable(id, account(id).version(), false);
        });
    }

    @Test
    void aQueueATeamAndASkillGoBackToo() throws Exception {
        As.run("admin", () -> {
            long team = queues.createTeam("t-" + mark, "צוות", "Team");
            long queue = queues.createQueue("q-" + mark, "תור", "Queue", team, null);
            queues.changeQueue(queue, queue(queue).version(), "תור אחר", "Another", team, null);
            queues.restoreQueue(queue, queue(queue).version(), 1);
            assertThat(queue(queue).englishName()).isEqualTo("Queue");
            queues.changeTeam(team, team(team).version(), "אחר", "Other");
            queues.restoreTeam(team, team(team).version(), 1);
            assertThat(team(team).englishName()).isEqualTo("Team");
            long skill = skilling.create("s-" + mark, Skill.Kind.SUBJECT, "כישור", "Skill");
            skilling.change(skill, skill(skill).version(), "כישור", "Skill", false);
            skilling.restore(skill, skill(skill).version(), 1);
            assertThat(skill(skill).active()).isTrue();
        });
    }

    private Queues.QueueLine queue(long id) {
        return queues.queues().stream().filter(queue -> queue.id() == id).findFirst().orElseThrow();
    }

    private Queues.TeamLine team(long id) {
        return queues.teams().stream().filter(team -> team.id() == id).findFirst().orElseThrow();
    }

    private SkillBook.Entry skill(long id) {
        return skilling.skills().stream().filter(skill -> skill.id() == id).findFirst().orElseThrow();
    }

    @Test
    void whoNeverCameToWorkIsGivenSkillsAndNobodyOverwritesWhatHeHasNotSeen() throws Exception {
        long newcomer = system.inTransaction(() -> {
            StaffUser user = new StaffUser("new-" + mark, "חדש", "New", "-", users.teams().get(0), Set.of(Role.AGENT));
            users.add(user);
            return user.id();
        });
        As.run("admin", () -> {
            assertThat(skilling.agents("new-" + mark.substring(0, 4), 50).rows()).extracting(SkillBook.Abilities::agentId).contains(newcomer);
            long skill = skilling.create("n-" + mark, Skill.Kind.SUBJECT, "כישור", "Skill");
            skilling.level(newcomer, skill, 0, 3);
            assertThatThrownBy(() -> skilling.level(newcomer, skill, 0, 5)).isInstanceOf(BusinessException.class).extracting("code").isEqualTo("shared.conflict");
            skilling.capacity(newcomer, 100, 60);
            assertThatThrownBy(() -> skilling.capacity(newcomer, 100, 80)).isInstanceOf(BusinessException.class).extracting("code").isEqualTo("shared.conflict");
            SkillBook.Abilities now = skilling.agents("new-" + mark.substring(0, 4), 50).rows().stream().filter(agent -> agent.agentId() == newcomer).findFirst().orElseThrow();
            assertThat(now.level(skill)).isEqualTo(3);
            assertThat(now.capacity()).isEqualTo(60);
        });
    }

    @Test
    void aDraftDoesNotUndoWhatCameInForceMeanwhile() throws Exception {
        As.run("admin", () -> {
            Rules.Edition before = rules.active(Kind.STATUTORY);
            Rules.Edition draft = rules.save(Kind.STATUTORY, rules.draft(Kind.STATUTORY).map(Rules.Edition::revision).orElse(null), before.number(), before.content(), "draft " + mark);
            Rules.Edition overtaking = rules.rollBack(Kind.STATUTORY, before.number(), "again " + mark);
            assertThatThrownBy(() -> rules.activate(Kind.STATUTORY, draft.revision())).isInstanceOf(BusinessException.class).extracting("code").isEqualTo("routing.rules-overtaken");
            Rules.Edition seen = rules.save(Kind.STATUTORY, draft.revision(), overtaking.number(), before.content(), "seen " + mark);
            assertThat(rules.activate(Kind.STATUTORY, seen.revision()).state()).isEqualTo(RuleVersion.State.ACTIVE);
        });
    }

    @Test
    void onlyAnAdministratorMay() {
        assertThatThrownBy(() -> As.run("dana", () -> accounts.list())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.run("michal", () -> history.changes(null, 1))).isInstanceOf(EJBAccessException.class);
    }
}
