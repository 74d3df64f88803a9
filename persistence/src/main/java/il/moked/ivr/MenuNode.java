// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import java.util.List;
import java.util.Optional;

/**
 * A place in a menu.
 *
 * @param code its name in the flow
 * @param he @param en what is said there; may be empty where the answer says it all
 * @param sound a code the exchange knows, played instead of the words; null for none
 * @param next where it goes on; null where keys decide, or where the menu ends
 * @param otherwise where whoever cannot prove who he is goes on; null for a human
 * @param subject what is called about, at HUMAN; null for none
 * @param branch code of the branch at BRANCH_HOURS; null for none
 */
public record MenuNode(String code, Kind kind, String he, String en, String sound, String next, String otherwise, String subject, String branch, List<Choice> choices) {
    /** What happens at a place. */
    public enum Kind {
        /** Words only. */
        SAY,
        /** Keys lead on. */
        CHOOSE,
        /** Keys choose the language. */
        LANGUAGE,
        /** ID and a code sent to his telephone or mailbox. */
        AUTHENTICATE,
        /** What is to be paid. */
        BALANCE,
        /** A link to pay is sent by text message. */
        PAY,
        /** How far his last order is. */
        ORDER,
        /** When people answer. */
        HOURS,
        /** When a branch is open. */
        BRANCH_HOURS,
        /** How far his open cases are. */
        CASES,
        /** He is called back and keeps his place in line. */
        CALLBACK,
        /** He leaves a message, and is called back. */
        MESSAGE,
        /** He waits for an agent. */
        HUMAN,
        /** Good bye. */
        END;

        /** Whether the caller presses keys here. */
        public boolean asks() {
            return this == CHOOSE || this == LANGUAGE || this == AUTHENTICATE || this == MESSAGE;
        }

        /** Whether the menu ends here. */
        public boolean ends() {
            return this == CALLBACK || this == MESSAGE || this == HUMAN || this == END;
        }

        /** Whether only who has proved who he is may hear it. */
        public boolean personal() {
            return this == BALANCE || this == PAY || this == ORDER || this == CASES;
        }
    }

    /** @param language that it chooses, null unless it chooses one */
    public record Choice(String key, String next, String language) {
    }

    public MenuNode {
        choices = List.copyOf(choices);
    }

    public String words(String language) {
        String words = "he".equals(language) ? he : en;
        return words == null ? "" : words;
    }

    public Optional<Choice> choice(String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }
}
