// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.shared.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The number of whoever sent a fax, as the gateway wrote it into the mail; and the mail address a number is reached by. */
public final class FaxNumber {
    /** Setting: a regular expression tried on each header line {@code name: value}; its first group is the number. */
    public static final String PATTERN = "senderPattern";
    /** Setting: domain of the gateway; a fax goes to the number's digits with country code before it. */
    public static final String DOMAIN = "gatewayDomain";
    /** Setting in place of the domain, with {@code {digits}}, {@code {e164}} or {@code {national}} for the number, for example {@code FAX={e164}@gateway.example} (RFC 3191). */
    public static final String ADDRESS = "gatewayAddress";

    private static final String NUMBER = "(\\+?\\(?\\d{1,4}\\)?(?:[ .-]?\\d){4,14})";
    /** Fields of HylaFAX, Asterisk and others, {@code FAX=+972…@} of RFC 3191, a subject with the number, an address that is a number. */
    private static final List<Pattern> USUAL = List.of(
            Pattern.compile("^x-[a-z-]*(?:fax|caller|cid|sender|ani|callid)[a-z-]*: *(?:fax=)?" + NUMBER),
            Pattern.compile("^from: .*?fax=" + NUMBER, Pattern.CASE_INSENSITIVE),
            Pattern.compile("^subject: .*?(?:from|מאת|ממספר|מ-|de)\\D{0,10}" + NUMBER, Pattern.CASE_INSENSITIVE),
            Pattern.compile("^from: (?:.*[<\" ])?" + NUMBER + "[@\">]"),
            Pattern.compile("^subject: \\D*" + NUMBER + "\\D*$"));

    private FaxNumber() {
    }

    /** @param headers {@code name: value} @param settings of the fax account */
    public static Optional<PhoneNumber> sender(List<String> headers, Map<String, String> settings) {
        for (Pattern pattern : patterns(settings.get(PATTERN))) {
            for (String line : headers) {
                Matcher found = pattern.matcher(line);
                if (found.find() && found.groupCount() > 0 && found.group(1) != null) {
                    Optional<PhoneNumber> number = PhoneNumber.parse(internationalWithoutPlus(found.group(1)));
                    if (number.isPresent()) {
                        return number;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Pattern> patterns(String own) {
        if (own == null || own.isBlank()) {
            return USUAL;
        }
        try {
            return List.of(Pattern.compile(own, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException unreadable) {
            PaperLog.LOG.badPattern(unreadable.getDescription());
            return USUAL;
        }
    }

    /** Gateways drop the plus of {@code 97235551234}; no Israeli number begins with 972. */
    private static String internationalWithoutPlus(String written) {
        String digits = written.replaceAll("\\D", "");
        return !written.startsWith("+") && digits.startsWith("972") && digits.length() >= 11 ? "+" + digits : written;
    }

    /** Whether the account says where faxes are mailed to. */
    static boolean hasGateway(Map<String, String> settings) {
        return !settings.getOrDefault(ADDRESS, "").isBlank() || !settings.getOrDefault(DOMAIN, "").isBlank();
    }

    /** @throws IllegalArgumentException when the number or the account does not allow one */
    static String address(String recipient, Map<String, String> settings) {
        PhoneNumber number = PhoneNumber.parse(recipient).orElseThrow(() -> new IllegalArgumentException("not a fax number"));
        String template = settings.getOrDefault(ADDRESS, "");
        if (template.isBlank()) {
            String domain = settings.getOrDefault(DOMAIN, "");
            if (domain.isBlank()) {
                throw new IllegalArgumentException("the fax account names no gateway");
            }
            template = "{digits}@" + domain;
        }
        return template.replace("{digits}", number.value().replaceAll("\\D", "")).replace("{e164}", number.value()).replace("{national}", number.display().replaceAll("\\D", ""));
    }
}
