// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.desk;

import il.moked.channel.Channel;
import il.moked.customer.AuthorisedPerson;
import il.moked.customer.Consent;
import il.moked.customer.ContactPoint;
import il.moked.customer.HouseholdMember;
import il.moked.customer.Identifier;
import il.moked.customer.Particular;
import il.moked.customer.ejb.Consenting;
import il.moked.customer.ejb.Consenting.NewConsent;
import il.moked.customer.ejb.Keeping;
import il.moked.customer.ejb.Keeping.ContactPointChange;
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewIdentifier;
import il.moked.customer.ejb.Relating;
import il.moked.customer.ejb.Relating.NewAuthorisation;
import il.moked.customer.ejb.Revealing;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.StaleVersionException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.Map;

/** What is done on parts/customer/card.xhtml. When somebody else was quicker the new state is shown and what was typed stays in its form. */
@Named
@RequestScoped
public class IdentityActs {
    private static final String SHOWN = "identity-shown";
    private static final String FORMS = "identity-forms";
    /** The head of the card around it, which says his name. */
    private static final String WHO = "card-who";

    @Inject
    Keeping keeping;
    @Inject
    Relating relating;
    @Inject
    Consenting consenting;
    @Inject
    Revealing revealing;
    @Inject
    IdentityWords words;
    @Inject
    Screen screen;

    private interface Change {
        void by(long customer, int version);
    }

    private void change(Change act) {
        try {
            act.by(screen.number("customer"), (int) screen.number("version"));
            screen.answer("done", true);
            screen.redraw(SHOWN, FORMS, WHO);
        } catch (StaleVersionException overtaken) {
            screen.redraw(SHOWN, WHO);
            throw overtaken;
        }
    }

    /** An empty identity number stays as it is: the form never shows it, so it cannot be emptied there by mistake. */
    public void particulars() {
        Map<Particular, String> written = new EnumMap<>(Particular.class);
        for (Particular one : Particular.values()) {
            String value = screen.text(one.field());
            if (value != null && (one != Particular.NATIONAL_ID || !value.isBlank())) {
                written.put(one, value);
            }
        }
        change((customer, version) -> {
            if (!keeping.change(customer, version, written).warnings().isEmpty()) {
                screen.tell(words.text("like.now"));
            }
        });
    }

    public void addReach() {
        change((customer, version) -> keeping.addContactPoint(customer, version, new NewContactPoint(one("kind", ContactPoint.Kind.class), screen.text("address"), screen.text("label"))));
    }

    /** The page says what of it changes. */
    public void changeReach() {
        ContactPointChange what = switch (String.valueOf(screen.text("what"))) {
            case "verify" -> ContactPointChange.VERIFIED;
            case "prefer" -> ContactPointChange.PREFERRED;
            case "usual" -> ContactPointChange.usualCaller(true);
            case "unusual" -> ContactPointChange.usualCaller(false);
            case "label" -> new ContactPointChange(screen.text("label"), false, false, null);
            default -> throw new BusinessException("shared.bad-request");
        };
        change((customer, version) -> keeping.changeContactPoint(customer, version, screen.number("point"), what));
    }

    public void removeReach() {
        change((customer, version) -> keeping.removeContactPoint(customer, version, screen.number("point")));
        screen.answer("removed", words.text("reach.removed"));
    }

    public void restoreReach() {
        change((customer, version) -> keeping.restoreContactPoint(customer, version, screen.number("point")));
    }

    public void addIdentifier() {
        change((customer, version) -> keeping.addIdentifier(customer, version, new NewIdentifier(one("kind", Identifier.Kind.class), screen.text("country"), screen.text("number"))));
    }

    public void removeIdentifier() {
        change((customer, version) -> keeping.removeIdentifier(customer, version, screen.number("identifier")));
    }

    /** The number goes to the script that asked, and into no page. */
    public void reveal() {
        long customer = screen.number("customer");
        screen.answer("number", screen.text("identifier") == null ? revealing.nationalId(customer) : revealing.identifier(customer, screen.number("identifier")));
    }

    /** The chosen customer is tied to this one, as the page says. */
    public void tie() {
        if (screen.text("other") == null) {
            throw new WrongFieldsException("who", "customer.nobody-chosen");
        }
        long other = screen.number("other");
        change((customer, version) -> {
            switch (String.valueOf(screen.text("tie"))) {
                case "household" -> relating.livesWith(customer, other, one("part", HouseholdMember.Part.class));
                case "parent" -> relating.belongsTo(customer, version, other);
                case "daughter" -> relating.belongsTo(other, words.version(other), customer);
                case "person" -> relating.authorise(customer, new NewAuthorisation(other, one("role", AuthorisedPerson.Role.class), screen.text("from"), screen.text("until")));
                case "company" -> relating.authorise(other, new NewAuthorisation(customer, one("role", AuthorisedPerson.Role.class), screen.text("from"), screen.text("until")));
                default -> throw new BusinessException("shared.bad-request");
            }
        });
    }

    public void leaveHousehold() {
        change((customer, version) -> relating.leavesHousehold(screen.text("member") == null ? customer : screen.number("member"), screen.number("household")));
    }

    public void noParent() {
        change((customer, version) -> relating.belongsTo(customer, version, null));
    }

    public void endAuthorisation() {
        change((customer, version) -> relating.endAuthorisation(screen.text("company") == null ? customer : screen.number("company"), screen.number("authorisation"), screen.text("until")));
    }

    public void consent() {
        change((customer, version) -> consenting.record(customer, new NewConsent(one("channel", Channel.class), one("purpose", Consent.Purpose.class), screen.text("given") == null ? null : screen.says("given"), one("manner", Consent.Manner.class), screen.text("wording"), screen.text("saidAt"))));
    }

    /** Null when the page did not say. */
    private <E extends Enum<E>> E one(String name, Class<E> type) {
        String written = screen.text(name);
        return written == null || written.isEmpty() ? null : OneOf.needed(type, written);
    }
}
