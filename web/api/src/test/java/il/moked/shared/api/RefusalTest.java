// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.interaction.InteractionLine.Cursor;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.WrongFieldsException.Wrong;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Locale HEBREW = Locale.forLanguageTag("he");

    private static Problem of(Exception failure) {
        return Refusal.of(failure, Locale.ENGLISH);
    }

    @Test
    void whatIsNotThereIs404InTheCallersLanguage() {
        assertThat(of(new NotFoundException("interaction.unknown")).status()).isEqualTo(404);
        assertThat(of(new NotFoundException("interaction.unknown")).title()).isEqualTo("There is no such conversation.");
        assertThat(Refusal.of(new NotFoundException("interaction.unknown"), HEBREW).title()).isNotEqualTo("There is no such conversation.").isNotBlank();
    }

    @Test
    void whatMaySucceedAnotherTimeIs409() {
        assertThat(of(new BusinessException("interaction.closed", "ABC")).status()).isEqualTo(409);
        assertThat(of(new EJBException(new OptimisticLockException())).code()).isEqualTo("shared.conflict");
    }

    @Test
    void otherRefusalsAre422AndKeepTheirCode() {
        Problem problem = of(new BusinessException("channel.closed"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("channel.closed");
        assertThat(problem.type()).isEqualTo("urn:moked:channel.closed");
    }

    @Test
    void everyWrongFieldIsNamedWithItsTextInTheCallersLanguage() {
        Problem problem = of(new WrongFieldsException(List.of(Wrong.of("nationalId", "shared.national-id"), Wrong.of("name", "shared.too-long", 120))));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).containsExactly(new Problem.FieldError("nationalId", "shared.national-id", "The national ID is not valid."), new Problem.FieldError("name", "shared.too-long", "At most 120 characters."));
    }

    @Test
    void whoMayNotIs403() {
        assertThat(of(new EJBAccessException()).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotJsonIs400() {
        assertThat(of(new RuntimeException(new JsonException("bad"))).code()).isEqualTo("shared.not-json");
    }

    @Test
    void whatNobodyThoughtOfIs500WithANumberAndNothingElse() {
        Problem problem = of(new IllegalStateException("secret detail"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.traceId()).isNotBlank();
        assertThat(problem.title()).contains(problem.traceId()).doesNotContain("secret");
    }

    @Test
    void hebrewUnlessEnglishIsAskedForFirst() {
        assertThat(Words.language(List.of())).isEqualTo(HEBREW);
        assertThat(Words.language(List.of(Locale.FRENCH, Locale.UK, HEBREW))).isEqualTo(Locale.ENGLISH);
        assertThat(Words.language(List.of(Locale.forLanguageTag("he-IL"), Locale.ENGLISH))).isEqualTo(HEBREW);
    }

    @Test
    void aCodeWithoutTextIsStillARefusal() {
        assertThat(Words.text("nobody.wrote-this", Locale.ENGLISH)).contains("nobody.wrote-this");
    }

    @Test
    void aPlaceInAListComesBackAsItWent() {
        Cursor cursor = new Cursor(Instant.parse("2026-02-03T04:05:06.123456Z"), 77);
        assertThat(Place.read(Place.written(cursor))).isEqualTo(cursor);
        assertThat(Place.read(null)).isNull();
        assertThatThrownBy(() -> Place.read("!")).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> Place.read("AAAA")).isInstanceOf(BusinessException.class);
    }
}
