// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

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
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;

    protected ProductCategory() {
    }

    public ProductCategory(String code, String hebrewName, String englishName) {
        this.code = code;
        this.hebrewName = hebrewName;
        this.englishName = englishName;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String hebrewName() {
        return hebrewName;
    }

    public String englishName() {
        return englishName;
    }
}
