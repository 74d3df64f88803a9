// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.casework.ServiceCase;
import il.moked.company.ejb.CompanyCalls.Choices;
import il.moked.interaction.portal.ChosenFiles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a new call is asked for; what was typed stays. */
@Named
@RequestScoped
public class NewCallView {
    private static final long MEGABYTE = 1024 * 1024;

    @Inject
    CompanyView company;

    private Choices choices;
    private String asked;

    void offers(Choices offered, String kind) {
        choices = offered;
        asked = kind;
    }

    public Choices getChoices() {
        return choices;
    }

    public List<ServiceCase.Kind> getKinds() {
        return List.of(ServiceCase.Kind.FAULT, ServiceCase.Kind.REQUEST, ServiceCase.Kind.COMPLAINT);
    }

    public List<ServiceCase.Severity> getSeverities() {
        return List.of(ServiceCase.Severity.values());
    }

    /** A fault where nothing else was chosen. */
    public boolean kind(ServiceCase.Kind kind) {
        String typed = company.typed("kind");
        return kind.name().equals(typed.isEmpty() ? asked == null ? ServiceCase.Kind.FAULT.name() : asked : typed);
    }

    public boolean severity(ServiceCase.Severity severity) {
        String typed = company.typed("severity");
        return severity.name().equals(typed.isEmpty() ? ServiceCase.Severity.NORMAL.name() : typed);
    }

    /** The only site there is needs no choosing. */
    public boolean place(long id) {
        return company.chosen("site", Long.toString(id)) || !choices.whole() && choices.sites().size() == 1;
    }

    public String getFilesHelp() {
        return company.text("files.help", ChosenFiles.MOST, ChosenFiles.LARGEST / MEGABYTE);
    }

    public int getMostFiles() {
        return ChosenFiles.MOST;
    }

    public long getLargestFiles() {
        return ChosenFiles.LARGEST;
    }

    String filesWrong(ChosenFiles files) {
        return company.text("files.wrong." + files.problem(), ChosenFiles.MOST, ChosenFiles.LARGEST / MEGABYTE);
    }

    public String getFilesMany() {
        return company.text("files.wrong.many", ChosenFiles.MOST, ChosenFiles.LARGEST / MEGABYTE);
    }

    public String getFilesLarge() {
        return company.text("files.wrong.large", ChosenFiles.MOST, ChosenFiles.LARGEST / MEGABYTE);
    }
}
