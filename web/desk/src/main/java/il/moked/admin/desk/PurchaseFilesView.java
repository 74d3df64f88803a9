// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.order.PurchaseImport;
import il.moked.order.PurchaseSheet;
import il.moked.order.ejb.PurchaseImporting;
import il.moked.order.ejb.PurchaseImporting.Progress;
import il.moked.shared.BusinessException;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/purchases.xhtml: files of purchases of earlier systems, how far they are, and what is wrong in the newest. */
@Named
@RequestScoped
public class PurchaseFilesView {
    private static final List<String> CURRENCIES = List.of("ILS", "USD", "EUR", "GBP");
    private static final List<String> ZONES = List.of("Asia/Jerusalem", "UTC", "Europe/London", "America/New_York");

    @Inject
    PurchaseImporting importing;
    @Inject
    ActiveLocale locale;

    private BusinessException refused;
    private List<Progress> files;

    void refuse(BusinessException why) {
        refused = why;
    }

    /** Why a file was not taken, null when it was. */
    public String refused() {
        return refused == null ? null : Problems.text(refused, locale.getLocale());
    }

    public List<Progress> files() {
        if (files == null) {
            files = importing.latest();
        }
        return files;
    }

    public boolean isRunning() {
        return files().stream().anyMatch(Progress::running);
    }

    /** Lines that are wrong in the newest file. */
    public List<PurchaseImport.Fault> faults() {
        return files().isEmpty() || files().get(0).state() != PurchaseImport.State.REFUSED ? List.of() : importing.of(files().get(0).id()).faults();
    }

    public String why(PurchaseImport.Fault fault) {
        return Problems.text(new BusinessException(fault.code(), fault.arguments().toArray()), locale.getLocale());
    }

    /** End of a class. */
    public String kind(Progress file) {
        return switch (file.state()) {
            case WAITING, RUNNING -> "info";
            case DONE -> "good";
            case REFUSED -> "bad";
        };
    }

    /** As the heading of a file has them. */
    public String columns() {
        return String.join(", ", PurchaseSheet.columns());
    }

    public List<String> currencies() {
        return CURRENCIES;
    }

    public List<String> zones() {
        return ZONES;
    }
}
