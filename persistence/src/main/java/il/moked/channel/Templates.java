// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.NotFoundException;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** The approved texts of the accounts, and which message is which of them. */
@ApplicationScoped
public class Templates {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /**
     * A message of ours as a provider takes it.
     *
     * @param parameters what stands in the places, in order
     */
    public record Filled(String name, String language, List<String> parameters) {
    }

    /** Those of an account that may be sent. */
    public List<Template> of(long accountId) {
        return entities.createQuery("select t from Template t where t.accountId = :account and t.status = :approved order by t.name, t.language", Template.class).setParameter("account", accountId).setParameter("approved", Template.Status.APPROVED).getResultList();
    }

    /** @throws NotFoundException {@code channel.unknown-template} also for one of another account or one that is not approved */
    public Template get(long accountId, long templateId) {
        return Optional.ofNullable(entities.find(Template.class, templateId)).filter(template -> template.accountId() == accountId && template.status() == Template.Status.APPROVED).orElseThrow(() -> new NotFoundException("channel.unknown-template"));
    }

    /** All of them, for changing, too. */
    public List<Template> all() {
        return entities.createQuery("select t from Template t order by t.accountId, t.name, t.language", Template.class).getResultList();
    }

    /** For changing. */
    public Template toChange(long id) {
        return Optional.ofNullable(entities.find(Template.class, id)).orElseThrow(() -> new NotFoundException("channel.unknown-template"));
    }

    public boolean taken(long accountId, String name, String language) {
        return !entities.createQuery("select t.id from Template t where t.accountId = :account and t.name = :name and t.language = :language", Long.class)
                .setParameter("account", accountId).setParameter("name", name).setParameter("language", language).getResultList().isEmpty();
    }

    /** So that a conflict is told at once. */
    public void flush() {
        entities.flush();
    }

    public void add(Template template) {
        entities.persist(template);
    }

    public void used(long messageId, Template template, List<String> parameters) {
        entities.createNativeQuery("insert into template_use (message_id, template_id, parameters) values (?1, ?2, ?3)").setParameter(1, messageId).setParameter(2, template.id())
                .setParameter(3, OneJson.PROVIDER.createArrayBuilder(parameters).build().toString()).executeUpdate();
    }

    /** What a message was made of; empty when it is free text. */
    public Optional<Filled> usedBy(long messageId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select t.name, t.language, u.parameters from template_use u join message_template t on t.id = u.template_id where u.message_id = ?1").setParameter(1, messageId).getResultList();
        return rows.stream().findFirst().map(row -> new Filled((String) row[0], (String) row[1], read((String) row[2])));
    }

    private static List<String> read(String stored) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(stored))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}
