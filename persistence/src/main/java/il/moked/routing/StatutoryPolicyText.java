// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.shared.Fields;
import il.moked.shared.OneJson;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Set;

/** {@link StatutoryPolicy} as JSON; durations are whole seconds. */
public final class StatutoryPolicyText {
    private static final int LONGEST_SUBJECT = 40;
    private static final long MOST = 30 * 86_400L;

    private StatutoryPolicyText() {
    }

    public static String write(StatutoryPolicy policy) {
        JsonObjectBuilder limits = OneJson.PROVIDER.createObjectBuilder().add("subjects", OneJson.PROVIDER.createArrayBuilder(policy.subjects().stream().sorted().toList()));
        limits.add("answerSeconds", policy.answerWithin().toSeconds()).add("announceAboveSeconds", policy.announceAbove().toSeconds()).add("announceBySeconds", policy.announceBy().toSeconds())
                .add("callBackSeconds", policy.callBackWithin().toSeconds()).add("lateMessageSeconds", policy.lateMessage().toSeconds());
        return OneJson.PROVIDER.createObjectBuilder().add("limits", limits).build().toString();
    }

    /** @throws il.moked.shared.BusinessException whose first argument is the field that is wrong */
    public static StatutoryPolicy read(int version, String text) {
        Fields json = Fields.of(text);
        Fields limits = json.part("limits");
        StatutoryPolicy policy = new StatutoryPolicy(version, Set.copyOf(limits.texts("subjects", LONGEST_SUBJECT)), seconds(limits, "answerSeconds"), seconds(limits, "announceAboveSeconds"),
                seconds(limits, "announceBySeconds"), seconds(limits, "callBackSeconds"), seconds(limits, "lateMessageSeconds"));
        limits.nothingElse();
        json.nothingElse();
        return policy;
    }

    private static Duration seconds(Fields limits, String name) {
        return Duration.ofSeconds(limits.whole(name, 1, MOST));
    }
}
