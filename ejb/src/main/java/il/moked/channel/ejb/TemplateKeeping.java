// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.MessagingWindow;
import il.moked.channel.Template;
import il.moked.channel.Templates;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The texts that providers approve for writing to customers who have not written lately. They are submitted with the provider; here is kept what he has and how far he is with it. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class TemplateKeeping {
    @Inject
    Templates templates;
    @Inject
    ChannelAccounts accounts;
    @Inject
    DomainEvents events;

    /** @param version to be named with a change @param places how many are to be filled */
    public record Known(long id, int version, long accountId, String account, String name, String language, String text, int places, Template.Status status) {
    }

    /** An account that can have templates. */
    public record Place(long accountId, String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<Place> places() {
        return accounts.all().stream().filter(account -> MessagingWindow.templates(account.channel())).map(account -> new Place(account.id(), account.code(), account.name("he"), account.name("en"))).toList();
    }

    public List<Known> list() {
        return templates.all().stream().map(this::known).toList();
    }

    public Known get(long id) {
        return known(templates.toChange(id));
    }

    private Known known(Template template) {
        return new Known(template.id(), template.version(), template.accountId(), accounts.get(template.accountId()).code(), template.name(), template.language(), template.text(), template.places(), template.status());
    }

    /**
     * The name and the language are those under which the provider has it, and stay.
     *
     * @throws BusinessException naming the field that is wrong; {@code channel.template-taken}
     */
    public long create(long accountId, String name, String language, String text, Template.Status status) {
        if (accountId <= 0) {
            throw new BusinessException("shared.field-missing", "account");
        }
        ChannelAccount account = accounts.get(accountId);
        if (!MessagingWindow.templates(account.channel())) {
            throw new BusinessException("channel.no-templates");
        }
        Template template = Template.of(accountId, name, language, text, status);
        if (templates.taken(accountId, name, language)) {
            throw new BusinessException("channel.template-taken", "name", name);
        }
        templates.add(template);
        templates.flush();
        events.tell(new Administered("channel.template-created", "message-template", template.id(), account.code() + ": " + name + ", " + language + ", " + status + ": " + template.text()));
        return template.id();
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer one, and what is wrong with a field */
    public void change(long id, int seen, String text, Template.Status status) {
        Template template = templates.toChange(id);
        if (template.version() != seen) {
            throw new BusinessException("shared.conflict");
        }
        String before = template.status() + ": " + template.text();
        template.change(text, status);
        templates.flush();
        events.tell(new Administered("channel.template-changed", "message-template", id, accounts.get(template.accountId()).code() + ": " + template.name() + ", " + template.language() + ": " + before + " → " + template.status() + ": " + template.text()));
    }
}
