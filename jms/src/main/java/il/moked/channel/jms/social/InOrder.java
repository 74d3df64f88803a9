// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.Dispatch;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.channel.jms.social.ProviderClient.Silent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Sends the parts of one message one after the other: a long text, files. The first part decides as it would alone; when a later one fails
 * the customer has the beginning, and a person must decide.
 */
final class InOrder {
    private InOrder() {
    }

    /** Sends one part. */
    interface Step {
        /** @return the provider's id of it, or null when it gives none */
        String send() throws Away, Silent, Refusal;
    }

    /** What is done before anything is sent. */
    interface Preparation<T> {
        T prepare() throws Away, Silent, Refusal;
    }

    static Dispatch send(Preparation<List<Step>> preparation) {
        List<Step> steps;
        try {
            steps = preparation.prepare();
        } catch (Away away) {
            return new Dispatch.Away(away.cause(), away.getMessage());
        } catch (Silent silent) {
            return new Dispatch.Away(Cause.UNREACHABLE, silent.getMessage());
        } catch (Refusal refused) {
            return new Dispatch.Refused(refused.getMessage());
        }
        List<String> ids = new ArrayList<>();
        for (int done = 0; done < steps.size(); done++) {
            try {
                String id = steps.get(done).send();
                if (id != null) {
                    ids.add(id);
                }
            } catch (Away away) {
                return done == 0 ? new Dispatch.Away(away.cause(), away.getMessage()) : partly(done, steps.size(), away);
            } catch (Refusal refused) {
                return done == 0 ? new Dispatch.Refused(refused.getMessage()) : partly(done, steps.size(), refused);
            } catch (Silent silent) {
                return new Dispatch.Unknown(silent.getMessage());
            }
        }
        return new Dispatch.Accepted(List.copyOf(ids));
    }

    private static Dispatch partly(int done, int all, Exception failure) {
        return new Dispatch.Unknown(done + " of " + all + " parts were sent: " + failure.getMessage());
    }

    /**
     * A text in parts no longer than that, cut between lines or words where there are any in the last half, never within a character.
     *
     * @param longest UTF-16 units, at least 2
     */
    static List<String> parts(String text, int longest) {
        return parts(text, rest -> Math.min(rest.length(), longest));
    }

    /** The same, measured in bytes of UTF-8. @param longest at least 4 */
    static List<String> partsOfBytes(String text, int longest) {
        return parts(text, rest -> {
            int fits = 0;
            for (int bytes = 0; fits < rest.length(); fits += Character.charCount(rest.codePointAt(fits))) {
                bytes += new String(Character.toChars(rest.codePointAt(fits))).getBytes(StandardCharsets.UTF_8).length;
                if (bytes > longest) {
                    break;
                }
            }
            return fits;
        });
    }

    /** @param fitting how many UTF-16 units of a text fit into a part */
    private static List<String> parts(String text, ToIntFunction<String> fitting) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        for (int longest = fitting.applyAsInt(rest); longest < rest.length(); longest = fitting.applyAsInt(rest)) {
            int cut = Math.max(rest.lastIndexOf('\n', longest), rest.lastIndexOf(' ', longest));
            if (cut < longest / 2) {
                cut = Character.isHighSurrogate(rest.charAt(longest - 1)) ? longest - 1 : longest;
            }
            parts.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }
}
