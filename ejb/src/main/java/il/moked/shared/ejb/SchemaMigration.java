// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to this release before anything else runs: the server holds back every call, message and request
 * until all startup beans are done. Refuses to start on a schema newer than this release.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class SchemaMigration {
    /** The value of {@code moked.schema} that leaves migrations to the database administrator. */
    private static final String EXTERNAL = "external";

    @Resource(lookup = "java:jboss/datasources/MokedDS")
    DataSource database;

    @Inject
    @ConfigProperty(name = "moked.schema", defaultValue = "migrate")
    String schema;

    @PostConstruct
    void migrate() {
        if (EXTERNAL.equals(schema)) {
            return;
        }
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/" + vendor())
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    private String vendor() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(java.util.Locale.ROOT);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database of java:jboss/datasources/MokedDS cannot be reached", unreachable);
        }
    }
}
