// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.FormSubmission;
import il.moked.interaction.StatedMatter;
import il.moked.interaction.StatedMatter.Kind;
import il.moked.interaction.portal.MatterForm.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatterFormTest {
    private final Map<String, String> typed = new HashMap<>(Map.of("text", " הנתב מת ", "product", "RTR-1", "serial", "", "place", "קומה 3", "remedy", "REPAIR", "name", "נועה", "email", "noa@example.co.il", "consent", "yes"));

    private MatterForm form(Kind kind) {
        return MatterForm.typed(kind, typed::get);
    }

    @Test
    void whatIsInOrderBecomesAFormThatSaysWhatItIs() {
        assertThat(form(Kind.COMPLAINT).problems(true)).isEmpty();
        FormSubmission kept = FormSubmission.read(form(Kind.COMPLAINT).submission("0123456789", "תלונה", "מוצר: RTR-1", "he", List.of()).bytes());
        assertThat(kept.matter()).isEqualTo(new StatedMatter(Kind.COMPLAINT, "RTR-1", null, "קומה 3", "REPAIR"));
        assertThat(kept.text()).isEqualTo("הנתב מת\n\nמוצר: RTR-1");
        assertThat(kept.continued()).isNull();
    }

    @Test
    void aFaultHasNoRemedy() {
        typed.put("remedy", "");
        assertThat(form(Kind.FAULT).problems(true)).isEmpty();
        assertThat(form(Kind.COMPLAINT).problems(true)).containsOnlyKeys(Field.REMEDY);
        typed.put("remedy", "GOLD");
        assertThat(form(Kind.COMPLAINT).problems(true)).containsOnlyKeys(Field.REMEDY);
    }

    @Test
    void whoItIsIsAskedForInTheSecondStepOnly() {
        Map<Field, String> first = MatterForm.typed(Kind.COMPLAINT, name -> null).problems(false);
        assertThat(first).containsOnlyKeys(Field.TEXT);
        assertThat(MatterForm.typed(Kind.COMPLAINT, name -> null).problems(true)).containsOnlyKeys(Field.TEXT, Field.REMEDY, Field.NAME, Field.EMAIL, Field.CONSENT);
    }

    @Test
    void whatIsTooLongIsToldOfItsField() {
        typed.put("text", "x".repeat(MatterForm.LONGEST_TEXT + 1));
        typed.put("serial", "1".repeat(61));
        assertThat(form(Kind.FAULT).problems(true)).containsEntry(Field.TEXT, "long").containsEntry(Field.SERIAL, "long");
    }

    @Test
    void whoeverWritesOnSaysWithWhatAndNothingElse() {
        FormSubmission more = FormSubmission.read(FormSubmission.continuing("0123456789", "9876543210", "עוד", "he", List.of()).bytes());
        assertThat(more.continued()).isEqualTo("0123456789");
        assertThat(more.reference()).isEqualTo("9876543210");
        assertThat(more.matter()).isNull();
        assertThat(more.email()).isNull();
    }
}
