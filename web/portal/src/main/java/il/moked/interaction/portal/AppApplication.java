// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The door of the organisation's own app. */
@ApplicationPath("/channels/app/v1")
public class AppApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AppResource.class, AppProblems.class);
    }
}
