// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a thing is called in Hebrew and in English. */
@Embeddable
public record Names(@Column(name = "name_he") String hebrew, @Column(name = "name_en") String english) {
    /** In English for every language but Hebrew. */
    public String in(String language) {
        return "he".equals(language) ? hebrew : english;
    }
}
