// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import jakarta.persistence.*;
import java.time.Instant;

/** That something happened, when, by whom, and what of it its kind does not say. Never changed. */
@MappedSuperclass
public abstract class Happening {
    @Column(updatable = false)
    private Instant at;
    @Column(updatable = false)
    private String actor;
    @Column(updatable = false)
    private String detail;

    protected Happening() {
    }

    /** @param detail codes and numbers, null when the kind says all @param longest characters that are kept of it */
    protected Happening(String actor, String detail, int longest, Instant at) {
        this.at = at;
        this.actor = actor;
        this.detail = detail == null || detail.length() <= longest ? detail : detail.substring(0, longest);
    }

    public Instant at() {
        return at;
    }

    /** User name, or that of Moked itself. */
    public String actor() {
        return actor;
    }

    public String detail() {
        return detail;
    }
}
