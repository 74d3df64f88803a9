// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.selfservice.FormTemplate;
import il.moked.selfservice.FormTemplate.Written;
import il.moked.selfservice.FormTemplates;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The demo's forms to sign: an authorisation to debit an account, and the consent to another plan. */
@Singleton
@Startup
@DependsOn("DemoOrganisation")
@PermitAll
public class DemoForms {
    private static final String WRITER = "admin";

    @Inject
    DemoProfile profile;
    @Inject
    FormTemplates forms;
    @Inject
    Clock clock;

    @PostConstruct
    void seed() {
        if (profile.active() && forms.all().isEmpty()) {
            try (JsonReader reader = Json.createReader(new InputStreamReader(DemoForms.class.getResourceAsStream("forms.json"), StandardCharsets.UTF_8))) {
                reader.readObject().getJsonArray("forms").getValuesAs(JsonObject.class).forEach(this::form);
            }
        }
    }

    private void form(JsonObject row) {
        forms.add(new FormTemplate(row.getString("code"), 1, new Written(row.getString("hebrewName"), row.getString("englishName"), row.getString("hebrewText"), row.getString("englishText"), true), WRITER, clock.instant()));
    }
}
