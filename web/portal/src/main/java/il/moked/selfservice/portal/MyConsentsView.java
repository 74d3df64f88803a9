// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.ejb.OwnConsents.Said;
import il.moked.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** Everything one ever allowed and forbade. */
@Named
@RequestScoped
public class MyConsentsView {
    private Page<Said> said = new Page<>(List.of(), false);
    private boolean further;

    void has(Page<Said> words, boolean later) {
        said = words;
        further = later;
    }

    public List<Said> getSaid() {
        return said.rows();
    }

    /** Where what was said before that begins; null when that is all. */
    public String getOlder() {
        if (!said.more()) {
            return null;
        }
        Said last = said.rows().get(said.rows().size() - 1);
        return new OwnCursor(last.cursor().saidAt(), last.cursor().id()).written();
    }

    public boolean isFurther() {
        return further;
    }
}
