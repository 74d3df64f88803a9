// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.AttachmentLine;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.ChatSessions.Line;
import il.moked.shared.portal.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A chat as its visitor keeps it: what was said to him and by him, and nothing that was noted of it. */
@ApplicationScoped
public class ChatTranscript {
    private static final String BUNDLE = "il.moked.interaction.portal.chat";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    @Inject
    ChatSessions chats;
    @Inject
    Texts texts;
    /** Time zone in which customers read dates. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @throws il.moked.shared.NotFoundException {@code interaction.unknown-chat} */
    String of(String secret, Locale locale) {
        StringBuilder written = new StringBuilder(texts.text(BUNDLE, "transcript.title", locale, chats.reference(secret).orElse("–"))).append("\r\n\r\n");
        int position = 0;
        for (List<Line> lines = chats.linesAfter(secret, position); !lines.isEmpty(); lines = chats.linesAfter(secret, position)) {
            lines.forEach(line -> write(line, locale, written));
            position = lines.get(lines.size() - 1).position();
        }
        return written.toString();
    }

    private void write(Line line, Locale locale, StringBuilder written) {
        written.append(texts.text(BUNDLE, "transcript.line", locale, MOMENT.format(line.at().atZone(zone)), line.author())).append("\r\n").append(line.text().replaceAll("\\R", "\r\n")).append("\r\n");
        for (AttachmentLine file : line.files()) {
            written.append(texts.text(BUNDLE, "transcript.file", locale, file.fileName())).append("\r\n");
        }
        written.append("\r\n");
    }
}
