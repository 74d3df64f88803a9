// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.calendar.Calendars;
import il.moked.calendar.ejb.CalendarKeeping;
import il.moked.catalog.StockLocation;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.catalog.ejb.StockKeeping.LocationLine;
import il.moked.dispatch.Ability;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.desk.DispatchWords;
import il.moked.dispatch.ejb.TechnicianKeeping.AbilityLine;
import il.moked.dispatch.ejb.TechnicianKeeping.Post;
import il.moked.dispatch.ejb.TechnicianKeeping.TechnicianLine;
import il.moked.dispatch.ejb.TechnicianKeeping;
import il.moked.dispatch.ejb.TownKeeping.TownLine;
import il.moked.dispatch.ejb.TownKeeping;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** admin/technicians.xhtml: who comes to customers; what he can and may do, where, when, and with what. */
@Named
@RequestScoped
public class TechniciansView {
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_DAY = 10;

    @Inject
    TechnicianKeeping technicianKeeping;
    @Inject
    TownKeeping townKeeping;
    @Inject
    StockKeeping stock;
    @Inject
    Choices choices;
    @Inject
    DispatchWords words;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<TechnicianLine> technicians;
    private TechnicianLine chosen;
    private Integer ahead;
    private boolean finished;

    public List<TechnicianLine> technicians() {
        return technicians = technicians == null ? technicianKeeping.technicians() : technicians;
    }

    public String calendarName(String code) {
        return choices.calendars().stream().filter(one -> one.code().equals(code)).findFirst().map(one -> one.name(screen.language())).orElse(code);
    }

    /** How a skill or certificate is shown: {@code bad} when it is over, {@code warn} when it ends soon. */
    public String sign(AbilityLine one) {
        return switch (one.standing()) {
            case ENDED -> "bad";
            case ENDS_SOON -> "warn";
            case VALID, FOR_EVER -> "good";
        };
    }

    // ---- one technician

    public boolean isEditing() {
        return !finished && entered.text("technician-id") != null;
    }

    public boolean isNew() {
        return "new".equals(screen.text("technician-id"));
    }

    public TechnicianLine chosen() {
        return chosen = chosen == null ? isNew() ? new TechnicianLine(0, 0, "", "", "", null, Calendars.DEFAULT, null, "", "", List.of(), List.of(), List.of(), true) : technicianKeeping.technician(screen.number("technician-id")) : chosen;
    }

    /** How many visits would be planned anew without him. */
    public int ahead() {
        return ahead = ahead == null ? technicianKeeping.ahead(chosen().id()) : ahead;
    }

    public List<TownLine> towns() {
        return townKeeping.towns();
    }

    public List<CalendarKeeping.Edition> calendars() {
        return choices.calendars();
    }

    /** Those in use, and his own. */
    public List<LocationLine> vans() {
        return stock.locations().stream().filter(one -> one.kind() == StockLocation.Kind.VAN && (one.active() || Long.valueOf(one.id()).equals(chosen().van()))).toList();
    }

    /** Where towns are, and where he serves already. */
    public List<String> territories() {
        return Stream.concat(technicianKeeping.territories().stream(), chosen().territories().stream()).distinct().sorted().toList();
    }

    public List<SheetRow> abilities() {
        return isNew() ? blanks() : chosen().abilities().stream().map(one -> SheetRow.of(one.lastDay() == null ? Map.of("code", one.code()) : Map.of("code", one.code(), "lastDay", one.lastDay().toString()))).toList();
    }

    /** One empty row, for what is added. */
    public List<SheetRow> blanks() {
        return List.of(SheetRow.EMPTY);
    }

    public String tools() {
        return String.join(", ", chosen().tools());
    }

    public void save() {
        Integer freed = doing.tried(() -> {
            if (isNew()) {
                technicianKeeping.add(entered.text("userName"), post());
                return 0;
            }
            return technicianKeeping.change(screen.number("technician-id"), (int) screen.number("version"), post(), screen.says("active"));
        });
        if (freed != null) {
            finished = true;
            screen.tell(words.text("technicians.saved", freed));
            screen.answer("go", "technicians.xhtml");
        }
    }

    private Post post() {
        Fields content = Fields.of(screen.text("content"));
        boolean placed = entered.text("latitude") != null || entered.text("longitude") != null;
        List<Ability> abilities = new ArrayList<>();
        content.rows("abilities").forEach(row -> abilities.add(new Ability(row.text("code", LONGEST_CODE), lastDay(row))));
        return new Post(placed ? GeoPoint.read(entered.text("latitude"), entered.text("longitude")) : null, entered.text("town"), entered.text("calendar"), entered.text("van") == null ? null : entered.id("van"), abilities,
                content.part("territories").texts("codes", LONGEST_CODE), entered.codes("tools"));
    }

    private static LocalDate lastDay(Fields row) {
        return row.findText("lastDay", LONGEST_DAY).map(written -> {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeParseException other) {
                throw new BusinessException("shared.day", row.path() + ".lastDay", written);
            }
        }).orElse(null);
    }
}
