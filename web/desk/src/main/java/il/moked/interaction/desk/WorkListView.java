// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.Consultations;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.ejb.ConversationReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** My open conversations, and those about which colleagues ask me. */
@Named
@RequestScoped
public class WorkListView {
    @Inject
    ConversationReading reading;
    @Inject
    DeskView desk;

    private List<InteractionLine> lines;
    private List<Consultations.Asked> asked;
    private Set<Long> several;
    private Set<Long> begun;

    public List<InteractionLine> lines() {
        if (lines == null) {
            lines = reading.mine();
            several = reading.inSeveralContacts(lines);
            begun = reading.begun(lines);
        }
        return lines;
    }

    public boolean current(long id) {
        return Long.valueOf(id).equals(desk.getOpened());
    }

    /** What colleagues ask me and I have not answered. */
    public List<Consultations.Asked> asked() {
        if (asked == null) {
            asked = reading.askedOfMe();
        }
        return asked;
    }

    /** Whether this customer is in contact elsewhere too, right now. */
    public boolean elsewhere(InteractionLine line) {
        return several.contains(line.customerId());
    }

    public boolean begun(InteractionLine line) {
        return begun.contains(line.id());
    }
}
