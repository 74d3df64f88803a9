// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.ejb.ChatSessions;
import il.moked.shared.ui.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** The chat window before its script fills it. */
@Named
@RequestScoped
public class ChatView {
    @Inject
    ChatWords words;

    private Language language = Language.HEBREW;

    void speaks(Language asked) {
        language = asked;
    }

    public Locale getLocale() {
        return language.locale();
    }

    public String getLang() {
        return language.code();
    }

    public String getDir() {
        return language.direction();
    }

    /** Everything the window may say, as JSON. */
    public String getWords() {
        return words.json("window.", language.locale());
    }

    public int getLongestLine() {
        return ChatSessions.LONGEST_LINE;
    }
}
