// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.customer.ContactPoint;
import il.moked.selfservice.OneTimeCode.Asked;
import il.moked.selfservice.OneTimeCodes;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What codes may cost. Whoever earns from text messages has thousands of them sent to numbers of his own, so they are limited for an
 * address, for a visitor, for the numbers that differ only in their end, and for the whole organisation. What is asked for counts,
 * not what is sent: the limits are the same for an address that nobody has.
 */
@ApplicationScoped
public class CodeCosts {
    private static final int RANGE_DIGITS = 4;
    private static final String ALL = "all";

    @Inject
    OneTimeCodes codes;
    /** So many codes an hour for one telephone number or mail address. */
    @Inject
    @ConfigProperty(name = "moked.selfservice.codes-per-address", defaultValue = "5")
    int perAddress;
    /** So many codes an hour asked for from one network address. */
    @Inject
    @ConfigProperty(name = "moked.selfservice.codes-per-visitor", defaultValue = "60")
    int perVisitor;
    /** So many codes a day for numbers that differ only in their last four digits. */
    @Inject
    @ConfigProperty(name = "moked.selfservice.codes-per-range", defaultValue = "40")
    int perRange;
    /** So many codes an hour are sent by text message in all. */
    @Inject
    @ConfigProperty(name = "moked.selfservice.codes-per-hour", defaultValue = "1000")
    int perHour;
    /** Country codes to which codes are sent by text message, separated by commas. */
    @Inject
    @ConfigProperty(name = "moked.selfservice.code-countries", defaultValue = "972")
    Set<String> countries;

    /** @throws BusinessException {@code selfservice.code-too-many}, {@code selfservice.code-country}, {@code selfservice.codes-paused} */
    void asked(Asked asked, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        boolean text = asked.kind() == ContactPoint.Kind.PHONE;
        if (text && !new PhoneNumber(asked.address()).callableIn(countries)) {
            throw new BusinessException("selfservice.code-country");
        }
        if (text && codes.counted(ALL, hour) >= perHour) {
            throw new BusinessException("selfservice.codes-paused");
        }
        boolean within = codes.count("address " + asked.address(), hour, perAddress) && codes.count("visitor " + asked.visitor(), hour, perVisitor)
                && (!text || codes.count("range " + range(asked.address()), now.truncatedTo(ChronoUnit.DAYS), perRange));
        if (!within) {
            throw new BusinessException("selfservice.code-too-many", Math.max(1, Duration.between(now, hour.plus(1, ChronoUnit.HOURS)).toMinutes()));
        }
    }

    /** One is sent by text message. @return false when that is too much for an hour */
    boolean sent(Instant now) {
        return codes.count(ALL, now.truncatedTo(ChronoUnit.HOURS), perHour);
    }

    private static String range(String number) {
        return number.length() > RANGE_DIGITS ? number.substring(0, number.length() - RANGE_DIGITS) : number;
    }
}
