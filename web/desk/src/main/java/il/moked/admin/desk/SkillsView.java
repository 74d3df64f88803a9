// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.agent.Skill;
import il.moked.agent.SkillBook;
import il.moked.agent.ejb.Skilling;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/skills.xhtml: which skills there are, and who has them how well. */
@Named
@RequestScoped
public class SkillsView {
    private static final int PAGE = 50;

    @Inject
    Skilling skilling;
    @Inject
    Choices choices;
    @Inject
    Screen screen;
    @Inject
    Doing doing;

    private Page<SkillBook.Abilities> agents;
    private boolean finished;

    public List<SkillBook.Abilities> agents() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public String next() {
        return agents().isEmpty() ? null : agents().get(agents().size() - 1).userName();
    }

    private Page<SkillBook.Abilities> page() {
        return agents = agents == null ? skilling.agents(screen.text("after"), PAGE) : agents;
    }

    /** The skills that can be given now. */
    public List<SkillBook.Entry> inUse() {
        return choices.skills().stream().filter(SkillBook.Entry::active).toList();
    }

    public boolean isEditing() {
        return !finished && screen.text("skill-id") != null && !screen.text("skill-id").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("skill-id"));
    }

    public SkillBook.Entry chosen() {
        return isNew() ? new SkillBook.Entry(0, new Skill("new", Skill.Kind.SUBJECT), "", "", true, 0) : choices.skills().stream().filter(skill -> skill.id() == screen.number("skill-id")).findFirst()
                .orElseThrow(() -> new il.moked.shared.NotFoundException("agent.unknown-skill"));
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            if (isNew()) {
                skilling.create(screen.text("code"), Skill.Kind.valueOf(screen.text("skillKind")), screen.text("hebrewName"), screen.text("englishName"));
            } else {
                skilling.change(screen.number("skill-id"), (int) screen.number("version"), screen.text("hebrewName"), screen.text("englishName"), screen.says("active"));
            }
            choices.again();
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "skills.xhtml");
        }
    }

    /** One cell of the table was changed. It says what it was before, so that nobody overwrites what he has not seen. */
    public void set() {
        long agent = screen.number("agent");
        long seen = screen.number("seen");
        Boolean done = doing.quietly(() -> {
            switch (screen.text("what")) {
                case "capacity" -> skilling.capacity(agent, (int) seen, (int) screen.number("value"));
                case "team" -> skilling.team(agent, seen, screen.number("value"));
                default -> skilling.level(agent, screen.number("what"), (int) seen, (int) screen.number("value"));
            }
            return true;
        });
        if (done != null) {
            screen.answer("done", true);
        }
    }

    /** Back to what the chosen skill was in an older version. */
    public void restore() {
        doing.told("restored", () -> {
            skilling.restore(screen.number("skill-id"), chosen().version(), (int) screen.number("id"));
            choices.again();
            return true;
        });
    }
}
