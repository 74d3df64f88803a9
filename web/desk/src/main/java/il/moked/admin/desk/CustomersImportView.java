// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.customer.Customer;
import il.moked.customer.CustomerImport;
import il.moked.customer.CustomerImports.AlikeLine;
import il.moked.customer.CustomerImports.Fault;
import il.moked.customer.CustomerImports.Place;
import il.moked.customer.CustomerSheet;
import il.moked.customer.Segment;
import il.moked.customer.desk.DuplicateWords;
import il.moked.customer.ejb.CustomerImporting;
import il.moked.customer.ejb.CustomerImporting.Progress;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** admin/customers-import.xhtml: files of customers, in and out; what was found in one of them, and what is to be done with it. */
@Named
@RequestScoped
public class CustomersImportView {
    private static final int SHOWN = 100;

    @Inject
    CustomerImporting importing;
    @Inject
    Screen screen;
    @Inject
    DuplicateWords duplicateWords;
    @Inject
    Words words;
    @Inject
    ActiveLocale locale;

    private BusinessException refused;
    private List<Progress> files;
    private Progress shown;
    private Page<Fault> faults;
    private Page<AlikeLine> alike;

    void refuse(BusinessException why) {
        refused = why;
    }

    /** Why a file was not taken, null when it was. */
    public String refused() {
        return refused == null ? null : Problems.text(refused, locale.getLocale());
    }

    public List<Progress> files() {
        return files = files == null ? importing.latest() : files;
    }

    /** The file that was asked for, else the newest; null when there is none. */
    public Progress shown() {
        if (shown == null) {
            shown = screen.text("import") != null ? importing.of(screen.number("import")) : files().stream().findFirst().orElse(null);
        }
        return shown;
    }

    public Page<Fault> faults() {
        return faults = faults == null ? importing.faults(shown().id(), Place.FIRST, SHOWN) : faults;
    }

    public Page<AlikeLine> alike() {
        return alike = alike == null ? importing.alike(shown().id(), Place.FIRST, SHOWN) : alike;
    }

    public String why(Fault fault) {
        return Problems.text(fault.why(), locale.getLocale());
    }

    public String evidence(AlikeLine line) {
        return duplicateWords.reasons(line.evidence());
    }

    /** Until the end of what runs, in minutes and seconds; a dash before anything can be said. */
    public String left() {
        return words.minutes(shown().secondsLeft() == null ? null : Duration.ofSeconds(shown().secondsLeft()));
    }

    /** End of a class. */
    public String mark(Progress file) {
        return switch (file.state()) {
            case WAITING, CHECKING, APPROVED, IMPORTING -> "info";
            case CHECKED -> "warn";
            case DONE -> "good";
            case REFUSED, STOPPED -> "bad";
            case DROPPED -> "off";
        };
    }

    /** As the heading of a file has them. */
    public String columns() {
        return String.join(", ", CustomerSheet.columns());
    }

    public List<String> kinds() {
        return List.of(Customer.Kind.PERSON.name(), Customer.Kind.COMPANY.name());
    }

    public List<String> segments() {
        return Arrays.stream(Segment.values()).map(Enum::name).toList();
    }

    public void bringIn() {
        String choice = screen.text("alike");
        importing.bringIn(screen.number("file-id"), screen.says("good-lines"), choice == null ? CustomerImport.OfAlike.LEAVE_OUT : CustomerImport.OfAlike.valueOf(choice));
        screen.answer("done", true);
    }

    public void stop() {
        importing.stop(screen.number("file-id"));
        screen.answer("done", true);
    }
}
