// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import il.moked.ivr.MenuNode.Choice;
import il.moked.ivr.MenuNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An edition is walked with keys before any caller does it: where one comes to and what is said there. Whoever is asked who he is, is taken to have proved it; answers are named, not given. */
public final class MenuTrial {
    private MenuTrial() {
    }

    /** A place one came to. @param key that led there, null where nothing was pressed @param words in the language that was chosen; empty where only an answer is said */
    public record Step(String key, String node, Kind kind, String words) {
    }

    /** @param keys one after the other; what is left when the menu ends is not pressed */
    public static List<Step> of(MenuFlow flow, String firstLanguage, String keys) {
        List<Step> steps = new ArrayList<>();
        String language = firstLanguage;
        String pressed = null;
        String code = flow.start();
        int next = 0;
        while (steps.size() < 2 * MenuFlow.MOST_NODES) {
            Optional<MenuNode> here = flow.find(code);
            if (here.isEmpty()) {
                return steps;
            }
            MenuNode node = here.get();
            steps.add(new Step(pressed, node.code(), node.kind(), node.words(language)));
            pressed = null;
            if (node.kind().ends()) {
                return steps;
            }
            if (node.kind() != Kind.CHOOSE && node.kind() != Kind.LANGUAGE) {
                code = node.next();
            } else if (next >= keys.length()) {
                return steps;
            } else {
                pressed = keys.substring(next, ++next);
                Optional<Choice> choice = node.choice(pressed);
                if (pressed.equals(flow.humanKey())) {
                    code = flow.human();
                } else if (choice.isPresent()) {
                    code = choice.get().next();
                    language = choice.get().language() == null ? language : choice.get().language();
                }
            }
        }
        return steps;
    }
}
