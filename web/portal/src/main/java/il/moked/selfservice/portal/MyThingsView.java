// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.ejb.OwnThings.OwnAppointment;
import il.moked.selfservice.ejb.OwnThings.OwnProduct;
import il.moked.selfservice.ejb.OwnThings.OwnPromise;
import il.moked.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What a customer has, was promised, and where he is expected. */
@Named
@RequestScoped
public class MyThingsView {
    private List<OwnProduct> products = List.of();
    private Page<OwnPromise> promises = new Page<>(List.of(), false);
    private List<OwnAppointment> appointments = List.of();

    void has(List<OwnProduct> owned) {
        products = owned;
    }

    void wasPromised(Page<OwnPromise> page) {
        promises = page;
    }

    void comes(List<OwnAppointment> all) {
        appointments = all;
    }

    public List<OwnProduct> getProducts() {
        return products;
    }

    public List<OwnPromise> getPromises() {
        return promises.rows();
    }

    /** Where the next page starts; null when there is none. */
    public String getNext() {
        if (!promises.more()) {
            return null;
        }
        var last = promises.rows().get(promises.rows().size() - 1).cursor();
        return new OwnCursor(last.dueAt(), last.id()).written();
    }

    public List<OwnAppointment> getAppointments() {
        return appointments;
    }
}
