// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.interaction.portal.TrackView.Stage;
import il.moked.order.SaleOrder;
import il.moked.order.SiteOrder;
import il.moked.order.ejb.SelfOrdering.OwnOrder;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An order as whoever knows its number and code may see it. */
@Named
@RequestScoped
public class OrderView {
    private static final String BUNDLE = "il.moked.order.portal.buy";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    /** Time zone in which customers read dates. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private OwnOrder order;
    private String code = "";
    private boolean placed;
    private String number = "";
    private boolean unknown;

    void shows(OwnOrder own, String itsCode, boolean justPlaced) {
        order = own;
        code = itsCode;
        placed = justPlaced;
    }

    void unknown(String typedNumber, String typedCode) {
        unknown = true;
        number = typedNumber;
        code = typedCode;
    }

    public boolean isFound() {
        return order != null;
    }

    public OwnOrder getOrder() {
        return order;
    }

    public boolean isPlaced() {
        return placed;
    }

    public boolean isUnknown() {
        return unknown;
    }

    public String getNumber() {
        return order == null ? number : order.number();
    }

    public String getCode() {
        return code;
    }

    /** In two halves, which are easier to read out. */
    public String getShownCode() {
        return code.substring(0, code.length() / 2) + "-" + code.substring(code.length() / 2);
    }

    public String getPlacedAt() {
        return moment(order.placedAt());
    }

    public String getPayBy() {
        return moment(order.payBy());
    }

    public boolean isToPay() {
        return order.state() == SaleOrder.State.PLACED;
    }

    public String getExplained() {
        return text("state." + state() + ".text");
    }

    public List<Stage> getStages() {
        if (order.state() == SaleOrder.State.CANCELLED) {
            return List.of(new Stage(text("state.placed"), "done"), new Stage(text("state.cancelled"), "now"));
        }
        List<String> way = List.of("placed", "paid", "fulfilled");
        int now = way.indexOf(state());
        return way.stream().map(stage -> new Stage(text("state." + stage), way.indexOf(stage) < now ? "done" : way.indexOf(stage) == now ? "now" : "next")).toList();
    }

    private String state() {
        return switch (order.state()) {
            case DRAFT, PLACED -> "placed";
            case PAID -> "paid";
            case FULFILLED -> "fulfilled";
            case CANCELLED -> "cancelled";
        };
    }

    public String getManner() {
        return order.manner() == SiteOrder.Manner.SENT || order.place() == null ? text("manner.SENT") : text("manner.fetched", order.place().name(activeLocale.getLang()));
    }

    private String moment(Instant at) {
        return at == null ? null : MOMENT.format(at.atZone(zone));
    }

    private String text(String key, Object... arguments) {
        return texts.text(BUNDLE, key, activeLocale.getLocale(), arguments);
    }
}
