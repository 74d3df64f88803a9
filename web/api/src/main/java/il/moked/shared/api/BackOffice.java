// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.interaction.api.ContactsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The first version of the REST interface. */
@ApplicationPath("/v1")
public class BackOffice extends Application {
    public static final Set<Class<?>> RESOURCES = Set.of(ContactsResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> all = new java.util.HashSet<>(RESOURCES);
        all.addAll(Set.of(OneJsonb.class, Problems.class, InvalidFields.class));
        return all;
    }
}
