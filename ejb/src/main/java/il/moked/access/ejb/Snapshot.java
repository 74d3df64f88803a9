// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** A thing of the set-up as its version keeps it: a record as JSON. Parts that a record got later are null or zero in older versions. */
public final class Snapshot {
    private static final Jsonb JSON = JsonbBuilder.create();

    private Snapshot() {
    }

    public static String of(Record thing) {
        return JSON.toJson(thing);
    }

    public static <T extends Record> T read(String content, Class<T> kind) {
        return JSON.fromJson(content, kind);
    }
}
