// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.desk;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.DuplicateWarning;
import il.moked.customer.Identifier;
import il.moked.customer.Particular;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.IdentityReading.Identity;
import il.moked.customer.ejb.Joining;
import il.moked.customer.ejb.Registration;
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewCustomer;
import il.moked.customer.ejb.Registration.NewIdentifier;
import il.moked.customer.ejb.Registration.Outcome;
import il.moked.customer.ejb.Registration.Registered;
import il.moked.customer.ejb.Registration.Suspected;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** agent/customer-new.xhtml: somebody is registered, or a guest who made contact before. */
@Named
@RequestScoped
public class CustomerNewView {
    @Inject
    IdentityReading reading;
    @Inject
    Registration registration;
    @Inject
    Joining joining;
    @Inject
    Screen screen;

    private Identity guest;
    private boolean asked;
    private List<DuplicateWarning> warnings;
    private boolean taken;

    /** Who is registered, when it is a guest; null for somebody new, and when the one asked for is no guest any more. */
    public Identity guest() {
        if (!asked && screen.text("guest") != null && !screen.text("guest").isEmpty()) {
            try {
                Identity found = reading.of(screen.number("guest"));
                guest = found.guest() ? found : null;
            } catch (NotFoundException gone) {
                guest = null;
            }
        }
        asked = true;
        return guest;
    }

    /** Whether a guest was asked for who is none any more, or never was. */
    public boolean isGone() {
        return screen.text("guest") != null && !screen.text("guest").isEmpty() && guest() == null;
    }

    /** First and last name of a guest, as far as what he is called looks like a name. @param last the last word, else those before */
    public String guessed(boolean last) {
        String name = guest() == null ? "" : guest().name().strip();
        int space = name.lastIndexOf(' ');
        if (name.matches(".*[@\\d].*") || space < 0) {
            return last || name.matches(".*[@\\d].*") ? "" : name;
        }
        return last ? name.substring(space + 1) : name.substring(0, space);
    }

    public List<DuplicateWarning> getWarnings() {
        return warnings;
    }

    /** Somebody has the very same number: he is the same, and registering him anew is no choice. */
    public boolean isTaken() {
        return taken;
    }

    public void register() {
        List<String> places = new ArrayList<>();
        NewCustomer written = written(places);
        try {
            Outcome outcome = guest() == null ? registration.register(written, screen.says("despite")) : registration.registerGuest(guest.id(), (int) screen.number("version"), written, screen.says("despite"));
            if (outcome instanceof Suspected suspected) {
                warnings = suspected.warnings();
                screen.answer("like", true);
                screen.redraw("like");
            } else {
                go(((Registered) outcome).customerId());
            }
        } catch (WrongFieldsException wrong) {
            throw new WrongFieldsException(wrong.wrong().stream().map(one -> new WrongFieldsException.Wrong(here(one.field(), places), one.code(), one.arguments())).toList());
        } catch (BusinessException refused) {
            if (!refused.code().equals("customer.number-taken")) {
                throw refused;
            }
            Identity holder = reading.of(Long.parseLong(refused.arguments().get(0).toString()));
            warnings = List.of(new DuplicateWarning(holder.id(), holder.name(), true, List.of(written.kind() == Customer.Kind.COMPANY ? "company-number" : "national-id")));
            taken = true;
            screen.answer("like", true);
            screen.redraw("like");
        }
    }

    /** The guest is one of those who are known. */
    public void join() {
        joining.join(screen.number("guest"), screen.number("customer"));
        go(screen.number("customer"));
    }

    private void go(long customerId) {
        screen.answer("go", FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/agent/customer.xhtml?id=" + customerId);
    }

    /** @param places what each part of what is sent is called on the page, by its path there */
    private NewCustomer written(List<String> places) {
        Map<Particular, String> particulars = new EnumMap<>(Particular.class);
        Customer.Kind kind = "COMPANY".equals(screen.text("kind")) ? Customer.Kind.COMPANY : Customer.Kind.PERSON;
        for (Particular one : Particular.values()) {
            if (one.of(kind) && screen.text(one.field()) != null) {
                particulars.put(one, screen.text(one.field()));
            }
        }
        List<NewContactPoint> contactPoints = new ArrayList<>();
        filled("phone").ifPresent(phone -> {
            places.add("contactPoints[" + contactPoints.size() + "].=phone");
            contactPoints.add(new NewContactPoint(ContactPoint.Kind.PHONE, phone, null));
        });
        filled("email").ifPresent(email -> {
            places.add("contactPoints[" + contactPoints.size() + "].=email");
            contactPoints.add(new NewContactPoint(ContactPoint.Kind.EMAIL, email, null));
        });
        boolean foreign = filled("country").isPresent() || filled("number").isPresent();
        List<NewIdentifier> identifiers = foreign ? List.of(new NewIdentifier(kind == Customer.Kind.COMPANY ? Identifier.Kind.FOREIGN_COMPANY : Identifier.Kind.PASSPORT, screen.text("country"), screen.text("number"))) : List.of();
        return new NewCustomer(kind, particulars, identifiers, contactPoints);
    }

    private Optional<String> filled(String field) {
        return Optional.ofNullable(screen.text(field)).filter(value -> !value.isBlank());
    }

    private static String here(String path, List<String> places) {
        if (path.startsWith("identifiers[0].")) {
            return path.substring("identifiers[0].".length());
        }
        return places.stream().map(place -> place.split("=")).filter(place -> path.startsWith(place[0])).map(place -> place[1]).findFirst().orElse(path);
    }
}
