// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.Names;
import jakarta.persistence.*;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is done on a visit: how long it takes, who may do it and with which tools. */
@Entity
@Table(name = "visit_kind")
public class VisitKind {
    @Id
    private String code;
    @Embedded
    private Names names;
    private int minutes;
    private String skill;
    private String certificate;
    private String tools;

    protected VisitKind() {
    }

    public String code() {
        return code;
    }

    public String name(String language) {
        return names.in(language);
    }

    public int minutes() {
        return minutes;
    }

    public String skill() {
        return skill;
    }

    public Optional<String> certificate() {
        return Optional.ofNullable(certificate);
    }

    public List<String> tools() {
        return tools.isEmpty() ? List.of() : Arrays.asList(tools.split(" "));
    }
}
