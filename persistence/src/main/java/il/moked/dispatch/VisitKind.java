// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.Names;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is done on a visit: how long it takes, who may do it and with which tools. Out of use it is booked no more; visits keep it. */
@Entity
@Table(name = "visit_kind")
public class VisitKind {
    public static final int SHORTEST = 5;
    /** Minutes of a working day. */
    public static final int LONGEST = 600;
    public static final int LONGEST_TOOLS = 200;

    @Id
    private String code;
    @Column(insertable = false, updatable = false)
    private Long number;
    @Embedded
    private Names names;
    private int minutes;
    private String skill;
    private String certificate;
    private String tools;
    private boolean active = true;
    @Version
    private int version;

    protected VisitKind() {
    }

    /** @param certificate null when none is needed */
    public record Terms(String hebrewName, String englishName, int minutes, String skill, String certificate, List<String> tools) {
        /** @throws BusinessException with the field that is wrong */
        public Terms {
            Names names = Given.names(hebrewName, englishName);
            hebrewName = names.hebrew();
            englishName = names.english();
            if (minutes < SHORTEST || minutes > LONGEST) {
                throw new BusinessException("shared.field-range", "minutes", SHORTEST, LONGEST);
            }
            skill = Given.code("skill", skill);
            certificate = certificate == null || certificate.isBlank() ? null : Given.code("certificate", certificate);
            tools = tools.stream().map(tool -> Given.code("tools", tool)).distinct().toList();
            if (String.join(" ", tools).length() > LONGEST_TOOLS) {
                throw new BusinessException("shared.field-too-long", "tools", LONGEST_TOOLS);
            }
        }
    }

    public VisitKind(String code, Terms terms) {
        this.code = Given.code("code", code);
        become(terms);
    }

    /** From now on; visits that are booked take as long as they were booked for. */
    public void become(Terms terms) {
        names = new Names(terms.hebrewName(), terms.englishName());
        minutes = terms.minutes();
        skill = terms.skill();
        certificate = terms.certificate();
        tools = String.join(" ", terms.tools());
    }

    public void offered(boolean inUse) {
        active = inUse;
    }

    /** @throws BusinessException {@code dispatch.kind-retired}: it is booked no more */
    public VisitKind expectOffered() {
        if (!active) {
            throw new BusinessException("dispatch.kind-retired");
        }
        return this;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public String code() {
        return code;
    }

    /** Under which its changes are written down; null until it is stored. */
    public Long number() {
        return number;
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

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }
}
