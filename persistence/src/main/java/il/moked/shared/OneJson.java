// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import jakarta.json.spi.JsonProvider;

/** The JSON implementation, looked up once. The static methods of {@code jakarta.json.Json} search the class path for it at every call, which is dearer than what is then done with it. */
public final class OneJson {
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private OneJson() {
    }
}
