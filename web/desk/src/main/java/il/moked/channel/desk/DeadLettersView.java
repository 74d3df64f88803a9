// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.desk;

import il.moked.channel.Inbox;
import il.moked.channel.ejb.DeadLetters;
import il.moked.shared.Page;
import il.moked.shared.ShownText;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** admin/dead-letters.xhtml */
@Named
@RequestScoped
public class DeadLettersView {
    private static final int PAGE = 50;
    /** Bytes shown; the whole can be downloaded. */
    private static final int SHOWN = 200_000;

    @Inject
    DeadLetters letters;
    @Inject
    Screen screen;

    private Page<Inbox.DeadLine> page;
    private String raw;

    public List<Inbox.DeadLine> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public Long next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).id();
    }

    private Page<Inbox.DeadLine> page() {
        if (page == null) {
            page = letters.list(screen.text("after") == null ? null : screen.number("after"), PAGE);
        }
        return page;
    }

    /** The message the page asked to read, as text; empty otherwise. */
    public String raw() {
        if (raw == null) {
            raw = screen.text("read") == null ? "" : readable(letters.raw(screen.number("read")));
        }
        return raw;
    }

    public void replay() {
        letters.replay(screen.number("id"), screen.text("reason"));
        screen.answer("decided", screen.number("id"));
    }

    public void discard() {
        letters.discard(screen.number("id"), screen.text("reason"));
        screen.answer("decided", screen.number("id"));
    }

    /** UTF-8 when it is, else the Hebrew Windows code page, which can show every byte that mail from here is likely to hold. */
    static String readable(byte[] raw) {
        ByteBuffer bytes = ByteBuffer.wrap(raw, 0, Math.min(raw.length, SHOWN));
        try {
            return ShownText.of(StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(bytes).toString());
        } catch (CharacterCodingException other) {
            return ShownText.of(new String(raw, 0, Math.min(raw.length, SHOWN), Charset.forName("windows-1255")));
        }
    }
}
