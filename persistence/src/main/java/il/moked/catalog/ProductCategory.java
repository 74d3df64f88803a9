// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.Names;
import jakarta.persistence.*;

/** What kind of thing a product is, for finding it and for promotions on all of a kind. */
@Entity
@Table(name = "product_category")
public class ProductCategory {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_category_seq")
    @SequenceGenerator(name = "product_category_seq", sequenceName = "product_category_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;

    protected ProductCategory() {
    }

    public ProductCategory(String code, String hebrewName, String englishName) {
        this.code = code;
        this.names = new Names(hebrewName, englishName);
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String hebrewName() {
        return names.hebrew();
    }

    public String englishName() {
        return names.english();
    }
}
