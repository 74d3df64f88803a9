// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Money as other systems say it. @param minor in the smallest unit of the currency, agorot for shekels @param currency ISO 4217 */
public record GivenAmount(@NotNull(message = NewOrderBody.REQUIRED) Long minor, @NotNull(message = NewOrderBody.REQUIRED) @Pattern(regexp = "[A-Z]{3}", message = "shared.currency-unknown") String currency) {
    /** @throws il.moked.shared.BusinessException {@code shared.currency-unknown}, {@code shared.money-range} */
    Money money() {
        return new Money(minor, currency);
    }
}
