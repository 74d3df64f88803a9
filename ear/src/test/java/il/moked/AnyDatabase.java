// SPDX-License-Identifier: Apache-2.0
package il.moked;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** What a class proves is the same with any database: it runs once, with H2, which starts by itself. */
@Tag("any-database")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyDatabase {
}
