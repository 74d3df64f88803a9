// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.shared.portal.Texts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChatScriptTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path SCRIPT = WEBAPP.resolve(ChatScript.FILE.substring(1));
    private static final Path WINDOW = WEBAPP.resolve("portal/chat-window.js");
    private static final long MOST = 48_000;

    private final ChatWords words = new ChatWords();

    {
        words.texts = new Texts();
    }

    @Test
    void bothScriptsOfTheChatTogetherAreSmall() throws IOException {
        assertThat(Files.size(SCRIPT) + Files.size(WINDOW)).isLessThan(MOST);
    }

    @Test
    void thereIsOnePlaceForTheWords() throws IOException {
        assertThat(Files.readString(SCRIPT)).containsOnlyOnce(ChatScript.WORDS);
    }

    @Test
    void everyWordThatTheScriptsSayIsGivenToThem() throws IOException {
        assertThat(words("button.")).containsAll(used(SCRIPT)).isNotEmpty();
        assertThat(words("window.")).isEqualTo(used(WINDOW));
    }

    @Test
    void wordsCannotEndTheirElement() {
        assertThat(words.json("window.", Locale.forLanguageTag("he"))).doesNotContain("<");
    }

    private Set<String> words(String prefix) {
        JsonObject json = Json.createReader(new StringReader(words.json(prefix, Locale.ENGLISH))).readObject();
        return new TreeSet<>(json.keySet());
    }

    private static Set<String> used(Path script) throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher word = Pattern.compile("\\bwords\\.([a-zA-Z]+)").matcher(Files.readString(script));
        while (word.find()) {
            used.add(word.group(1));
        }
        return used;
    }
}
