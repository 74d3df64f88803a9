// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.channel.SentPart.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider's word for the state of a message means. The words of SMPP receipts (SMPP 3.4, appendix B) and those
 * common among HTTP providers are known; an account's settings {@code status.delivered}, {@code status.read} and
 * {@code status.failed} (words with commas between) name others.
 */
public final class SmsStatus {
    private static final Map<Standing, List<String>> KNOWN = Map.of(
            Standing.DELIVERED, List.of("delivrd", "delivered", "delivery_success", "delivered_to_terminal"),
            Standing.READ, List.of("read", "seen"),
            Standing.FAILED, List.of("undeliv", "undelivered", "undeliverable", "rejectd", "rejected", "expired", "deleted", "failed", "failure", "skipped", "error"));
    private static final Map<Standing, String> SETTINGS = Map.of(Standing.DELIVERED, "status.delivered", Standing.READ, "status.read", Standing.FAILED, "status.failed");

    private SmsStatus() {
    }

    /** @return empty when the message is still on its way, or nobody knows the word */
    public static Optional<Standing> of(String word, Map<String, String> settings) {
        String asked = word.strip().toLowerCase(Locale.ROOT);
        return SETTINGS.keySet().stream().filter(standing -> named(asked, settings.get(SETTINGS.get(standing)))).findFirst()
                .or(() -> KNOWN.keySet().stream().filter(standing -> KNOWN.get(standing).contains(asked)).findFirst());
    }

    private static boolean named(String word, String setting) {
        return setting != null && Arrays.stream(setting.toLowerCase(Locale.ROOT).split(",")).map(String::strip).anyMatch(word::equals);
    }
}
