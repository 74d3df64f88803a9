// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import java.util.Locale;
import java.util.Map;

/** Names for files that come without one: the ending tells the agent's computer what it is. */
final class FileEndings {
    private static final Map<String, String> ENDINGS = Map.ofEntries(Map.entry("image/jpeg", "jpg"), Map.entry("image/png", "png"), Map.entry("image/webp", "webp"), Map.entry("image/gif", "gif"), Map.entry("audio/ogg", "ogg"), Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"), Map.entry("audio/aac", "aac"), Map.entry("audio/amr", "amr"), Map.entry("video/mp4", "mp4"), Map.entry("video/3gpp", "3gp"), Map.entry("application/pdf", "pdf"));

    private FileEndings() {
    }

    /** @param mime may carry parameters; an unknown one gives a name without ending */
    static String named(String name, String mime) {
        String ending = ENDINGS.get(mime.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        return ending == null ? name : name + "." + ending;
    }
}
