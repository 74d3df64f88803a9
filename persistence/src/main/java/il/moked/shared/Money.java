// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An amount in one currency, exact to the smallest unit: agorot for shekels. Amounts of two currencies are never added,
 * subtracted or compared. Where a rule makes fractions, it rounds half away from zero to the whole unit, so that a refund
 * is what was charged.
 *
 * @param minor smallest units, below zero for what is owed or given back; at most {@link #MOST} either way
 * @param currency ISO 4217, such as {@code ILS}
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    public static final String SHEKEL = "ILS";
    /** Ten thousand milliards of shekels: more is a mistake, and what is less multiplies without overflowing. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** Parts of a hundredth of a percent in a whole. */
    private static final int BASIS = 10_000;
    private static final Pattern WRITTEN = Pattern.compile("(-?)((?:[0-9]{1,3}(?:,[0-9]{3})+)|[0-9]{1,16})(?:\\.([0-9]{1,3}))?");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream().filter(one -> one.getDefaultFractionDigits() >= 0).map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> SIGNS = Map.of(SHEKEL, "₪", "USD", "$", "EUR", "€", "GBP", "£");
    private static final char NO_BREAK = '\u00A0';

    public Money {
        if (!known(currency)) {
            throw new BusinessException("shared.currency-unknown", String.valueOf(currency));
        }
        if (minor > MOST || minor < -MOST) {
            throw new BusinessException("shared.money-range");
        }
    }

    private static boolean known(String currency) {
        return SHEKEL.equals(currency) || currency != null && CURRENCIES.contains(currency);
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, currency);
    }

    public static Money agorot(long agorot) {
        return new Money(agorot, SHEKEL);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * As a person or a file writes it: {@code 1,234.50}, {@code ₪ 12}, {@code 12.5 ₪}, {@code -3}. No more places than the
     * currency has, and commas only between thousands: what could be read in two ways is not read.
     */
    public static Optional<Money> parse(String written, String currency) {
        if (written == null || !known(currency)) {
            return Optional.empty();
        }
        String sign = SIGNS.getOrDefault(currency, currency);
        String bare = written.replace(sign, "").replace(currency, "").replaceAll("[\\s\\u00A0\\u200E\\u200F]", "");
        Matcher amount = WRITTEN.matcher(bare);
        int places = places(currency);
        if (!amount.matches() || amount.group(3) != null && amount.group(3).length() > places) {
            return Optional.empty();
        }
        String fraction = amount.group(3) == null ? "" : amount.group(3);
        BigInteger major = new BigInteger(amount.group(2).replace(",", ""));
        BigInteger exact = major.multiply(BigInteger.TEN.pow(places)).add(new BigInteger("0" + fraction + "0".repeat(places - fraction.length())));
        if (exact.compareTo(BigInteger.valueOf(MOST)) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Money(amount.group(1).isEmpty() ? exact.longValue() : -exact.longValue(), currency));
    }

    /** @param field what it is of, for the refusal @throws BusinessException {@code shared.money-malformed} */
    public static Money read(String field, String written, String currency) {
        return parse(written, currency).orElseThrow(() -> new BusinessException("shared.money-malformed", field, String.valueOf(written)));
    }

    public Money plus(Money other) {
        same(other);
        return new Money(minor + other.minor, currency);
    }

    public Money minus(Money other) {
        same(other);
        return new Money(minor - other.minor, currency);
    }

    public Money negated() {
        return new Money(-minor, currency);
    }

    public Money times(long quantity) {
        return exact(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(quantity)));
    }

    /** That many hundredths of a percent of it, 1800 for 18 %. */
    public Money basisPoints(long points) {
        return ratio(points, BASIS);
    }

    /** @param percent such as 12.5 */
    public Money percent(BigDecimal percent) {
        return exact(percent.multiply(BigDecimal.valueOf(minor)).movePointLeft(2).setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    /** Its {@code numerator}/{@code denominator}, rounded to the whole unit. @param denominator above 0 */
    public Money ratio(long numerator, long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("denominator " + denominator);
        }
        return exact(new BigDecimal(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(numerator))).divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP).toBigInteger());
    }

    private Money exact(BigInteger units) {
        if (units.bitLength() > 62) {
            throw new BusinessException("shared.money-range");
        }
        return new Money(units.longValue(), currency);
    }

    /**
     * Shares it so that nothing is lost: each part gets its share rounded towards zero, and what is left goes, a unit
     * each, to those that lost most by the rounding, the earlier first.
     *
     * @param weights none below 0, one above
     */
    public List<Money> allocate(List<Long> weights) {
        BigInteger whole = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (whole.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights " + weights);
        }
        long[] shares = new long[weights.size()];
        BigInteger[] lost = new BigInteger[shares.length];
        long left = Math.abs(minor);
        for (int at = 0; at < shares.length; at++) {
            BigInteger[] share = BigInteger.valueOf(Math.abs(minor)).multiply(BigInteger.valueOf(weights.get(at))).divideAndRemainder(whole);
            shares[at] = share[0].longValue();
            lost[at] = share[1];
            left -= shares[at];
        }
        IntStream.range(0, shares.length).boxed().sorted(Comparator.comparing((Integer at) -> lost[at]).reversed()).limit(left).forEach(at -> shares[at]++);
        List<Money> parts = new ArrayList<>(shares.length);
        for (long share : shares) {
            parts.add(new Money(minor < 0 ? -share : share, currency));
        }
        return parts;
    }

    /** In parts as equal as can be, the larger ones first: payments by instalments. @param parts at least 1 */
    public List<Money> allocate(int parts) {
        return allocate(Collections.nCopies(parts, 1L));
    }

    public boolean positive() {
        return minor > 0;
    }

    public boolean negative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public Money atMost(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        same(other);
        return Long.compare(minor, other.minor);
    }

    private void same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new BusinessException("shared.currency-mismatch", currency, other.currency);
        }
    }

    private static int places(String currency) {
        return SHEKEL.equals(currency) ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** In major units, for files and interfaces: {@code 1234.50}. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, places(currency));
    }

    /** For people: the sign follows the amount in Hebrew and goes before it in English. Runs left to right; isolate it. */
    public String format(String language) {
        String number = String.format(Locale.ROOT, "%,." + places(currency) + "f", decimal().abs());
        String mark = minor < 0 ? "-" : "";
        String sign = SIGNS.get(currency);
        if (sign == null) {
            return mark + number + NO_BREAK + currency;
        }
        return "he".equals(language) ? mark + number + NO_BREAK + sign : mark + sign + number;
    }

    /** For logs and files: {@code 1234.50 ILS}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency;
    }
}
