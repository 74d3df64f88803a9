// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.promise.Promise;
import java.util.List;

/** Whose promise it is, as an audience of notices. */
final class Owners {
    private Owners() {
    }

    static List<String> of(Promise promise) {
        return List.of(promise.ownerId().map(owner -> "agent:" + owner).orElse("team:" + promise.teamId()));
    }

    /** The team too: its owner is not there. */
    static List<String> andTeam(Promise promise) {
        return List.of("team:" + promise.teamId());
    }
}
