// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.ejb.OwnContacts.Contact;
import il.moked.selfservice.ejb.OwnDetails.Details;
import il.moked.selfservice.ejb.OwnMatters.Matter;
import il.moked.selfservice.ejb.OwnThings.OwnAppointment;
import il.moked.selfservice.ejb.OwnThings.OwnPromise;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The first page of one's own area. */
@Named
@RequestScoped
public class MyView {
    @Inject
    OwnWords words;

    private Details details;
    private List<Matter> matters = List.of();
    private List<Contact> contacts = List.of();
    private List<OwnPromise> promises = List.of();
    private List<OwnAppointment> appointments = List.of();

    void shows(Details who, List<Matter> live, List<Contact> open, List<OwnPromise> pending, List<OwnAppointment> ahead) {
        details = who;
        matters = live;
        contacts = open;
        promises = pending;
        appointments = ahead;
    }

    public String getGreeting() {
        return words.text("hello", details.firstName());
    }

    public List<Matter> getMatters() {
        return matters;
    }

    public List<Contact> getContacts() {
        return contacts;
    }

    public List<OwnPromise> getPromises() {
        return promises;
    }

    public List<OwnAppointment> getAppointments() {
        return appointments;
    }

    public boolean isQuiet() {
        return matters.isEmpty() && contacts.isEmpty() && promises.isEmpty() && appointments.isEmpty();
    }
}
