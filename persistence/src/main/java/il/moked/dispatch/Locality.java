// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.Names;
import jakarta.persistence.*;

/** A town: where it lies, for whoever knows no better, and whose territory it is in. */
@Entity
@Table(name = "locality")
public class Locality {
    @Id
    private String code;
    @Embedded
    private Names names;
    private String territory;
    @Embedded
    private GeoPoint middle;

    protected Locality() {
    }

    public String code() {
        return code;
    }

    public String name(String language) {
        return names.in(language);
    }

    public String territory() {
        return territory;
    }

    public GeoPoint middle() {
        return middle;
    }
}
