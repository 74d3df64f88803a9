// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.shared.Money;

/**
 * What a provider tells of a payment.
 *
 * @param event the provider's id of this news: what comes twice is taken once
 * @param kind what became of it; OTHER is of no concern here
 * @param token ours, which it was asked under; null when the provider does not say it
 * @param session the provider's name of its page, or null
 * @param payment the provider's name of the money, or null
 * @param amount that was paid; null when it does not say
 */
public record PaymentNews(String event, Kind kind, String token, String session, String payment, Money amount) {
    public enum Kind { PAID, EXPIRED, DECLINED, OTHER }
}
