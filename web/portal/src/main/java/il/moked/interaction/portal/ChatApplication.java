// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The requests of chat windows. */
@ApplicationPath("/chat/sessions")
public class ChatApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ChatResource.class, ChatProblems.class);
    }
}
