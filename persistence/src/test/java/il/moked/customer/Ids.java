// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.lang.reflect.Field;

/** Gives what no database has numbered its id. */
final class Ids {
    private Ids() {
    }

    /** @param entitiesAndIds each followed by its number */
    static void give(Object... entitiesAndIds) {
        for (int at = 0; at < entitiesAndIds.length; at += 2) {
            try {
                Field id = entitiesAndIds[at].getClass().getDeclaredField("id");
                id.setAccessible(true);
                id.set(entitiesAndIds[at], ((Integer) entitiesAndIds[at + 1]).longValue());
            } catch (ReflectiveOperationException renamed) {
                throw new IllegalStateException(renamed);
            }
        }
    }
}
