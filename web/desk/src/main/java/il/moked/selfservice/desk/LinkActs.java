// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.desk;

import il.moked.selfservice.SecureLink;
import il.moked.selfservice.ejb.LinkReading;
import il.moked.selfservice.ejb.LinkReading.Checked;
import il.moked.selfservice.ejb.LinkSending;
import il.moked.selfservice.ejb.LinkSending.FormLine;
import il.moked.selfservice.ejb.LinkSending.OrderLine;
import il.moked.selfservice.ejb.LinkSending.Wish;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** WEB-INF/parts/selfservice/link-dialogs.xhtml: a link is sent, taken back, and what was signed by it is checked. */
@Named
@RequestScoped
public class LinkActs {
    @Inject
    LinkSending sending;
    @Inject
    LinkReading reading;
    @Inject
    LinksView links;
    @Inject
    LinkWords words;
    @Inject
    Screen screen;

    private List<FormLine> forms;
    private List<OrderLine> orders;

    /** Whether the dialog was opened: before, nothing in it is drawn. */
    public boolean isAsked() {
        return screen.says("link-form");
    }

    public boolean isInCase() {
        return given("case");
    }

    private boolean given(String name) {
        return screen.text(name) != null && !screen.text(name).isBlank();
    }

    public List<FormLine> forms() {
        if (forms == null) {
            forms = sending.forms();
        }
        return forms;
    }

    public List<OrderLine> orders() {
        if (orders == null) {
            orders = sending.unpaid(screen.number("customer"), screen.language());
        }
        return orders;
    }

    public void act() {
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "send" -> send();
            case "withdraw" -> {
                sending.withdraw(screen.text("link"));
                screen.tell(words.text("told.withdrawn"));
            }
            case "check" -> check();
            default -> throw new BusinessException("shared.bad-request");
        }
        screen.answer("done", true);
        draw();
    }

    private void send() {
        SecureLink.Kind kind = OneOf.named(SecureLink.Kind.class, String.valueOf(screen.text("kind"))).orElseThrow(() -> new BusinessException("shared.bad-request"));
        SecureLink.Way way = given("way") ? OneOf.named(SecureLink.Way.class, screen.text("way")).orElseThrow(() -> new BusinessException("shared.bad-request")) : null;
        sending.send(new Wish(kind, given("conversation") ? screen.number("conversation") : null, given("case") ? screen.number("case") : null, screen.text("form"), screen.text("order"), way, screen.text("digits"), null));
        screen.tell(words.text("told.sent"));
    }

    private void check() {
        Checked checked = reading.check(screen.text("link"));
        String number = Long.toString(checked.number());
        screen.tell(checked.different().isEmpty() ? words.text("check.clean", number) : words.text("check.found", number, checked.different().stream().map(one -> words.text("difference." + one)).collect(Collectors.joining(", "))));
    }

    /** Draws them again. */
    public void draw() {
        links.again();
        screen.redraw("links");
    }
}
