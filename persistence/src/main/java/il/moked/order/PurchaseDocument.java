// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An invoice as a file has it.
 *
 * @param number as the other system writes it; a {@code C} before the digits marks what was given back
 * @param customer the other system's name of him, or null: whoever paid at a till is in no book
 * @param country may be null
 * @param lines in the file's order, at least one
 */
public record PurchaseDocument(String number, String customer, String country, Instant at, List<Line> lines) {
    /** @param description may be null @param quantity not 0 @param unitPrice at most six places; below zero in a correction */
    public record Line(String sku, String description, int quantity, BigDecimal unitPrice) {
        public BigDecimal exactAmount() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }
    }

    public PurchaseDocument {
        lines = List.copyOf(lines);
    }

    /** Nothing is rounded. */
    public BigDecimal exactAmount() {
        return lines.stream().map(Line::exactAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Given back when the number says so, or when nothing in it was sold. */
    public Purchase.Kind kind() {
        return number.startsWith("C") || lines.stream().allMatch(line -> line.quantity() < 0) ? Purchase.Kind.RETURN : Purchase.Kind.SALE;
    }
}
