// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.ejb.ChatForms;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.ChatSessions.Standing;
import il.moked.interaction.ejb.FormShown;
import il.moked.routing.ejb.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads what a chat window shows. The same for the socket and for the long poll. */
@ApplicationScoped
public class ChatReading {
    @Inject
    ChatSessions chats;
    @Inject
    ChatForms forms;
    @Inject
    Waiting waiting;

    /** @throws il.moked.shared.NotFoundException {@code interaction.unknown-chat} */
    ChatPicture read(String secret, int after) {
        Standing standing = chats.standing(secret);
        boolean inLine = standing.interactionId() != null && !standing.closed() && !standing.served();
        Optional<FormShown> form = standing.served() && !standing.closed() ? forms.of(secret) : Optional.empty();
        return new ChatPicture(chats.linesAfter(secret, after), standing, form, inLine ? waiting.placeOf(secret) : Optional.empty(), inLine ? waiting.callbackOf(secret) : Optional.empty());
    }
}
