// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import il.moked.shared.ejb.CrossedLocks;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;

/** What a click does is done again when the database ended it because somebody else's step crossed it: the user need not know. */
public class DeskActs implements ActionListener {
    private final ActionListener faces;

    /** @param faces what runs the method a page names */
    public DeskActs(ActionListener faces) {
        this.faces = faces;
    }

    @Override
    public void processAction(ActionEvent event) {
        CrossedLocks.retried(() -> faces.processAction(event));
    }
}
