// SPDX-License-Identifier: Apache-2.0
package il.moked;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** What a class proves rests on the database's own ways (locks, searching, catalogues, batches): it runs with PostgreSQL, as every class, and with H2, too. */
@Tag("each-database")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EachDatabase {
}
