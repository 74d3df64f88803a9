// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.shared.Money;

/** Money as other systems are told it: whole smallest units, never a fraction. @param minor agorot for shekels @param currency ISO 4217 */
public record Amount(long minor, String currency) {
    public static Amount of(Money money) {
        return new Amount(money.minor(), money.currency());
    }
}
