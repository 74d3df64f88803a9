// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.Templates;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;

/** Approved texts for a customer who wrote too long ago to be written to freely. */
@Named
@RequestScoped
public class TemplatesView {
    @Inject
    Templates templates;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;

    private List<Templates.TemplateLine> lines;

    public boolean isAsked() {
        return screen.says("templates");
    }

    public List<Templates.TemplateLine> lines() {
        if (lines == null) {
            lines = desk.getOpened() == null ? List.of() : templates.list(desk.getOpened());
        }
        return lines;
    }

    /** The numbers of the places to fill, from 1. */
    public static List<Integer> places(Templates.TemplateLine line) {
        return IntStream.rangeClosed(1, line.places()).boxed().toList();
    }

    /** The composition makes sure that it is sent once. What stands in the places comes as {@code place1} and so on. */
    public void send() {
        long id = screen.number("template");
        int places = lines().stream().filter(line -> line.id() == id).mapToInt(Templates.TemplateLine::places).findFirst().orElse(0);
        templates.send(screen.number("id"), screen.text("composition"), id, IntStream.rangeClosed(1, places).mapToObj(place -> screen.text("place" + place)).map(text -> text == null ? "" : text.strip()).toList());
        screen.answer("sent", true);
        screen.redraw("talks", "head", "stream", "standing", "presence");
    }
}
