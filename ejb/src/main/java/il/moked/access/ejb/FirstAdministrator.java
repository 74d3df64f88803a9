// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets somebody in to an empty installation: the user {@code admin}, with a password only the operator knows. There is no default one. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class FirstAdministrator {
    private static final String NAME = "admin";

    @Inject
    StaffUsers users;
    /** Password of the first administrator, read once, on a database without users; take it out of the configuration afterwards. */
    @Inject
    @ConfigProperty(name = "moked.first-administrator.password")
    Optional<String> password;

    @PostConstruct
    void welcome() {
        if (password.isPresent() && users.everybody().isEmpty()) {
            users.add(new StaffUser(NAME, "מנהל המערכת", "Administrator", Passwords.hash(password.get()), null, Set.of(Role.ADMINISTRATOR)));
        }
    }
}
