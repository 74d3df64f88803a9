// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProductWordsTest {
    @Test
    void aSkuIsFoundInItsPartsAndInOnePiece() {
        assertThat(ProductWords.of("RTR-AX3000", "נתב", "Router")).contains("rtrax3000", "rtr", "ax3000", "ax", "3000", "נתב", "router");
    }

    @Test
    void hebrewIsComparedWithoutFinalLettersPointsAndMarks() {
        assertThat(ProductWords.of("A", "טלפון נייד מפ\"ל", "Phone")).contains("טלפונ", "נייד", "מפל");
        assertThat(ProductWords.asked("טלפון")).containsExactly("טלפונ");
        assertThat(ProductWords.asked("טֶלֶפוֹן")).containsExactly("טלפונ");
    }

    @Test
    void aWordWithAPrefixIsFoundWithoutIt() {
        assertThat(ProductWords.of("A", "כבל לטלוויזיה", "Cable")).contains("לטלוויזיה", "טלוויזיה");
    }

    @Test
    void theLongestWordIsLookedForFirst() {
        assertThat(ProductWords.asked(" AX  router 5 ")).containsExactly("router", "ax", "5");
        assertThat(ProductWords.asked("%_' \"")).isEmpty();
        assertThat(ProductWords.asked(null)).isEmpty();
    }

    @Test
    void whatIsToldOfAProductIsChecked() {
        assertThat(Product.sku(" rtr-1 ")).isEqualTo("RTR-1");
        assertThatThrownBy(() -> Product.sku("a b")).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("catalog.sku"));
        assertThatThrownBy(() -> new Product.Facts(Product.Kind.GOODS, Product.Unit.PIECE, TaxClass.STANDARD, 1, "א", "a", "", "", "javascript:alert(1)", 0, LocalDate.EPOCH, null)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("catalog.manual-link"));
        assertThatThrownBy(() -> new Product.Facts(Product.Kind.GOODS, Product.Unit.PIECE, TaxClass.STANDARD, 1, "א", " ", "", "", null, 0, LocalDate.EPOCH, null)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.arguments()).containsExactly("englishName"));
    }
}
