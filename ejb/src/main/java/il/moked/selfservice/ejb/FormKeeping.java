// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.CurrentUser;
import il.moked.selfservice.FormTemplate;
import il.moked.selfservice.FormTemplate.Written;
import il.moked.selfservice.FormTemplates;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The forms customers sign. Each change is another edition; what was sent or signed before keeps its own. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class FormKeeping {
    @Inject
    FormTemplates forms;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param edition counted from 1; to be named with a change */
    public record Sheet(long id, String code, int edition, String hebrewName, String englishName, String hebrewText, String englishText, boolean active, String savedBy, Instant savedAt) {
        static Sheet of(FormTemplate form) {
            return new Sheet(form.id(), form.code(), form.edition(), form.name("he"), form.name("en"), form.text("he"), form.text("en"), form.active(), form.savedBy(), form.savedAt());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<Sheet> list() {
        return forms.all().stream().map(Sheet::of).toList();
    }

    public Sheet get(String code) {
        return forms.find(code).map(Sheet::of).orElseThrow(() -> new NotFoundException("selfservice.unknown-form"));
    }

    /** @throws BusinessException {@code selfservice.form-taken}, {@code selfservice.form-code}, and what is wrong with a field */
    public void create(String code, Written written) {
        if (code == null || !FormTemplate.CODE.matcher(code).matches()) {
            throw new BusinessException("selfservice.form-code", "code");
        }
        if (forms.find(code).isPresent()) {
            throw new BusinessException("selfservice.form-taken", "code");
        }
        save(code, 1, written);
    }

    /** @param seen edition the change is based on @throws BusinessException {@code shared.conflict} when there is a newer one, and what is wrong with a field */
    public void change(String code, int seen, Written written) {
        FormTemplate before = forms.findLocked(code).orElseThrow(() -> new NotFoundException("selfservice.unknown-form"));
        if (before.edition() != seen) {
            throw new BusinessException("shared.conflict");
        }
        before.replaced();
        save(code, seen + 1, written);
    }

    private void save(String code, int edition, Written written) {
        checked("hebrewName", written.hebrewName(), FormTemplate.LONGEST_NAME);
        checked("englishName", written.englishName(), FormTemplate.LONGEST_NAME);
        text("hebrewText", written.hebrewText());
        text("englishText", written.englishText());
        FormTemplate form = new FormTemplate(code, edition, written, currentUser.name(), clock.instant());
        forms.add(form);
        events.tell(new Administered(edition == 1 ? "selfservice.form-created" : "selfservice.form-changed", "form-template", form.id(), code + " " + edition + (written.active() ? "" : " –") + ": " + written.hebrewName()));
    }

    private static void text(String field, String text) {
        checked(field, text, FormTemplate.LONGEST_TEXT);
        Set<String> unknown = FormTemplate.unknownFields(text);
        if (!unknown.isEmpty()) {
            throw new BusinessException("selfservice.form-field", field, String.join(", ", unknown));
        }
    }

    private static void checked(String field, String text, int longest) {
        if (Optional.ofNullable(text).filter(given -> !given.isBlank()).isEmpty()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (text.length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
    }
}
