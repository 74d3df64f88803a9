// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.order.SiteOrder;
import il.moked.order.SiteOrder.Manner;
import il.moked.shared.EmailAddress;
import il.moked.shared.OneOf;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Who buys and how it gets to him, as it was typed. No part is null. */
public record BuyForm(String name, String email, String phone, String manner, String address, String location, boolean consent) {
    /** @param parameter reads a field as typed; null where there is none */
    static BuyForm typed(Function<String, String> parameter) {
        Function<String, String> read = name -> {
            String value = parameter.apply(name);
            return value == null ? "" : value;
        };
        return new BuyForm(read.apply("name"), read.apply("email"), read.apply("phone"), read.apply("manner"), read.apply("address"), read.apply("location"), "yes".equals(read.apply("consent")));
    }

    /** Whether it is fetched from a branch. */
    public boolean fetched() {
        return Manner.FETCHED.name().equals(manner);
    }

    /** Field by its key in the texts, in the order of the page. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.isBlank()) {
            problems.put("name", "wrong.name.missing");
        } else if (name.strip().length() > SiteOrder.LONGEST_NAME) {
            problems.put("name", "wrong.name.long");
        }
        if (email.isBlank() && phone.isBlank()) {
            problems.put("email", "wrong.email.missing");
        } else if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) {
            problems.put("email", "wrong.email.wrong");
        }
        if (!phone.isBlank() && PhoneNumber.parse(phone).isEmpty()) {
            problems.put("phone", "wrong.phone.wrong");
        }
        if (OneOf.named(Manner.class, manner).isEmpty()) {
            problems.put("manner", "wrong.manner.missing");
        } else if (fetched() && location.isBlank()) {
            problems.put("location", "wrong.location.missing");
        } else if (!fetched() && address.isBlank()) {
            problems.put("address", "wrong.address.missing");
        } else if (address.strip().length() > SiteOrder.LONGEST_ADDRESS) {
            problems.put("address", "wrong.address.long");
        }
        if (!consent) {
            problems.put("consent", "wrong.consent.missing");
        }
        return problems;
    }

    /** Without problems. */
    SiteOrder.Said said() {
        return new SiteOrder.Said(ShownText.line(name, SiteOrder.LONGEST_NAME), EmailAddress.parse(email).map(EmailAddress::value).orElse(null), PhoneNumber.parse(phone).map(PhoneNumber::value).orElse(null), Manner.valueOf(manner),
                fetched() ? null : ShownText.line(address, SiteOrder.LONGEST_ADDRESS), fetched() ? location : null);
    }
}
