// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import java.util.List;

/** Why an offer fits a customer, or why not: a code with a text in every language, and what goes into it. */
public record Why(Code code, List<Object> arguments) {
    public enum Code {
        /** For it: */
        EVERYBODY, SEGMENT, KIND, KNOWN, IN_BASKET, OWNS, ASKED_AGAIN,
        /** Against it: */
        PAUSED, NOT_YET, OVER, OTHER_SEGMENT, OTHER_KIND, NOT_KNOWN, TOO_LITTLE, TOO_MUCH, NOT_IN_BASKET, OWNS_NOTHING_FOR_IT, HAS_IT, BASKET_HAS_IT, OTHER_CHANNEL, CONTACT_ONLY, NO_CONSENT, ACCEPTED, REFUSED_LATELY, LATER, TOO_OFTEN, ENOUGH_OFFERS,
        OUTRANKED,
        /** Against all of them: */
        DANGER, COMPLAINT, GUEST
    }

    public Why {
        arguments = List.copyOf(arguments);
    }

    static Why of(Code code, Object... arguments) {
        return new Why(code, List.of(arguments));
    }
}
