// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.List;

/** Something that happened, told after commit. Carries ids and instants only, never entities or personal data. */
public interface DomainEvent {
    /** Who is told at once by push: {@code agent:<user id>}, {@code team:<id>}, {@code interaction:<id>}, {@code chat:<session id>}, {@code wall}: supervisors. */
    default List<String> audience() {
        return List.of();
    }

    /** The conversation it is about, or null. */
    default Long interactionId() {
        return null;
    }
}
