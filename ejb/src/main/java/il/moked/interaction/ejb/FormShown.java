// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.SharedFormTemplate;
import il.moked.interaction.SharedForm;
import java.util.List;

/** The form beside a chat as both see it: of what is secret only whether it is filled in. */
public record FormShown(long id, String hebrewName, String englishName, List<Field> fields) {
    /** @param content empty when there is none, or when it is secret @param byCustomer whether he wrote it */
    public record Field(int place, SharedFormTemplate.Kind kind, String hebrewLabel, String englishLabel, boolean required, String content, boolean filled, boolean byCustomer) {
        public String label(String language) {
            return "he".equals(language) ? hebrewLabel : englishLabel;
        }

        public boolean secret() {
            return kind.secret();
        }
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    static FormShown of(SharedForm form) {
        SharedFormTemplate template = form.template();
        return new FormShown(form.id(), template.name("he"), template.name("en"), template.fields().stream().map(field -> {
            var filled = form.filled(field.place());
            return new Field(field.place(), field.kind(), field.label("he"), field.label("en"), field.required(), field.kind().secret() ? "" : filled.map(SharedForm.Filled::content).orElse(""), filled.isPresent(), filled.map(SharedForm.Filled::byCustomer).orElse(false));
        }).toList());
    }
}
