// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.interaction.SharedFormTemplate.Field;
import il.moked.shared.BusinessException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form beside a chat: both see it being filled in, the agent may fill in what is not secret, the customer alone sends it. What was
 * sent stands in the conversation; here nothing of it stays.
 */
@Entity
@Table(name = "shared_form")
public class SharedForm {
    public enum State { OPEN, SENT, WITHDRAWN }

    /** What keeps a field from being sent. */
    public enum Fault { MISSING, MALFORMED }

    /** Characters of a field. */
    public static final int LONGEST = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared_form_seq")
    @SequenceGenerator(name = "shared_form_seq", sequenceName = "shared_form_seq")
    private Long id;
    @Column(name = "interaction_id")
    private long interactionId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "template_code")
    private SharedFormTemplate template;
    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @ElementCollection
    @CollectionTable(name = "shared_form_value", joinColumns = @JoinColumn(name = "form_id"))
    @MapKeyColumn(name = "place")
    private Map<Integer, Filled> values = new HashMap<>();
    @Version
    private int version;

    /** What stands in a field, and whether the customer wrote it. */
    @Embeddable
    public record Filled(String content, @Column(name = "by_customer") boolean byCustomer) {
    }

    protected SharedForm() {
    }

    public SharedForm(long interactionId, SharedFormTemplate template, String openedBy, Instant now) {
        this.interactionId = interactionId;
        this.template = template;
        this.openedBy = openedBy;
        this.openedAt = now;
    }

    /**
     * Empty text empties the field.
     *
     * @throws BusinessException {@code chat.form-over}; {@code chat.form-field} for a field it has not, one too long, or one an agent may not fill in
     */
    public void fill(int place, String typed, boolean byCustomer) {
        refuseUnlessOpen();
        Field field = template.fields().stream().filter(one -> one.place() == place).findFirst().orElseThrow(() -> new BusinessException("chat.form-field", LONGEST));
        String content = typed == null ? "" : typed.strip();
        if (content.length() > LONGEST || field.kind().secret() && !byCustomer) {
            throw new BusinessException("chat.form-field", LONGEST);
        }
        if (content.isEmpty()) {
            values.remove(place);
        } else {
            values.put(place, new Filled(content, byCustomer));
        }
    }

    /** What keeps it from being sent, by place. */
    public Map<Integer, Fault> faults() {
        Map<Integer, Fault> faults = new TreeMap<>();
        for (Field field : template.fields()) {
            Filled filled = values.get(field.place());
            if (filled == null ? field.required() : !field.kind().accepts(filled.content())) {
                faults.put(field.place(), filled == null ? Fault.MISSING : Fault.MALFORMED);
            }
        }
        return faults;
    }

    public void end(State how, Instant now) {
        refuseUnlessOpen();
        state = how;
        endedAt = now;
        values.clear();
    }

    private void refuseUnlessOpen() {
        if (state != State.OPEN) {
            throw new BusinessException("chat.form-over");
        }
    }

    public Optional<Filled> filled(int place) {
        return Optional.ofNullable(values.get(place));
    }

    public Long id() {
        return id;
    }

    public long interactionId() {
        return interactionId;
    }

    public SharedFormTemplate template() {
        return template;
    }

    public State state() {
        return state;
    }
}
