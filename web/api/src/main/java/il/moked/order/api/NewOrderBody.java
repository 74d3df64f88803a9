// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.order.SaleOrder.Settlement;
import il.moked.order.ejb.Ordering.NewOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An order as another system places it. @param customerId absent when the quote says it @param settlement CARD, or ACCOUNT: by invoice @param instalments absent for one */
public record NewOrderBody(@NotBlank(message = NewOrderBody.REQUIRED) @Size(max = 40, message = NewOrderBody.TOO_LONG) String quote, Long customerId, @Pattern(regexp = "CARD|ACCOUNT", message = "order.settlement") String settlement,
        @Min(value = 1, message = "order.instalments") @Max(value = 36, message = "order.instalments") Integer instalments) {
    static final String REQUIRED = "shared.required";
    static final String TOO_LONG = "shared.too-long";

    NewOrder order() {
        return new NewOrder(quote, customerId, settlement == null ? Settlement.CARD : Settlement.valueOf(settlement), instalments == null ? 1 : instalments, null);
    }
}
