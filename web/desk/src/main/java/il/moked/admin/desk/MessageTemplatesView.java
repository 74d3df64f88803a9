// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.channel.Template;
import il.moked.channel.ejb.TemplateKeeping;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** admin/templates.xhtml: the texts that providers approve, one of them to be changed, or a new one. */
@Named
@RequestScoped
public class MessageTemplatesView {
    @Inject
    TemplateKeeping keeping;
    @Inject
    Screen screen;
    @Inject
    Doing doing;
    @Inject
    Words words;

    private List<TemplateKeeping.Known> lines;
    private List<TemplateKeeping.Place> places;
    private TemplateKeeping.Known chosen;
    private boolean finished;

    public List<TemplateKeeping.Known> lines() {
        return lines = lines == null ? keeping.list() : lines;
    }

    /** Accounts that can have templates. */
    public List<TemplateKeeping.Place> places() {
        return places = places == null ? keeping.places() : places;
    }

    public String place(TemplateKeeping.Known template) {
        return places().stream().filter(place -> place.accountId() == template.accountId()).map(place -> place.name(words.language())).findFirst().orElse(template.account());
    }

    public List<String> statuses() {
        return Arrays.stream(Template.Status.values()).map(Enum::name).toList();
    }

    public String kind(TemplateKeeping.Known template) {
        return switch (template.status()) {
            case APPROVED -> "good";
            case SUBMITTED -> "warn";
            case REJECTED -> "bad";
            case OFF -> "off";
        };
    }

    public boolean isEditing() {
        return !finished && screen.text("template") != null && !screen.text("template").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("template"));
    }

    public TemplateKeeping.Known chosen() {
        if (chosen == null) {
            chosen = isNew() ? new TemplateKeeping.Known(0, 0, 0, "", "", "he", "", 0, Template.Status.SUBMITTED) : keeping.get(screen.number("template"));
        }
        return chosen;
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            Template.Status status = OneOf.named(Template.Status.class, screen.text("status")).orElse(null);
            if (isNew()) {
                keeping.create(screen.text("account") == null ? 0 : screen.number("account"), screen.text("name"), screen.text("language"), screen.text("text"), status);
            } else {
                keeping.change(screen.number("template"), (int) screen.number("version"), screen.text("text"), status);
            }
            chosen = null;
            lines = null;
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "templates.xhtml");
        }
    }
}
