// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/** How the organisation looks outside: its name, its colour and its logo. Whatever it does not say is as the design system has it. */
@Entity
@Table(name = "organisation_look")
public class OrganisationLook {
    /** The one there is. */
    public static final long ID = 1;
    public static final int LONGEST_NAME = 80;
    public static final int LARGEST_LOGO = 100 * 1024;

    @Id
    private long id = ID;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private String accent;
    private byte[] logo;
    @Column(name = "logo_type")
    private String logoType;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private int version;

    protected OrganisationLook() {
    }

    public OrganisationLook(Instant now) {
        changedAt = now;
    }

    /** @param hebrew empty: as its form is called @param colour null: that of the design system */
    public void shows(String hebrew, String english, AccentColour colour, Instant now) {
        hebrewName = name("hebrewName", hebrew);
        englishName = name("englishName", english);
        accent = colour == null ? null : colour.written();
        changedAt = now;
    }

    private static String name(String field, String given) {
        String clean = given == null ? "" : ShownText.line(given, LONGEST_NAME + 1).strip();
        if (clean.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
        }
        return clean.isEmpty() ? null : clean;
    }

    /** @param content a PNG, JPEG or WebP, told by its first bytes; empty: none any more @throws BusinessException {@code channel.look-logo} */
    public void carries(byte[] content, Instant now) {
        if (content.length == 0) {
            logo = null;
            logoType = null;
        } else {
            logoType = type(content).filter(known -> content.length <= LARGEST_LOGO).orElseThrow(() -> new BusinessException("channel.look-logo", LARGEST_LOGO / 1024));
            logo = content.clone();
        }
        changedAt = now;
    }

    private static Optional<String> type(byte[] content) {
        if (begins(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of("image/png");
        }
        if (begins(content, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        return begins(content, 0, 'R', 'I', 'F', 'F') && begins(content, 8, 'W', 'E', 'B', 'P') ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean begins(byte[] content, int at, int... sign) {
        if (content.length < at + sign.length) {
            return false;
        }
        for (int place = 0; place < sign.length; place++) {
            if ((content[at + place] & 0xFF) != sign[place]) {
                return false;
            }
        }
        return true;
    }

    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Optional<String> name(String language) {
        return Optional.ofNullable("he".equals(language) ? hebrewName : englishName);
    }

    public Optional<AccentColour> accent() {
        return Optional.ofNullable(accent).map(AccentColour::read);
    }

    public Optional<byte[]> logo() {
        return Optional.ofNullable(logo).map(byte[]::clone);
    }

    public Optional<String> logoType() {
        return Optional.ofNullable(logoType);
    }

    public int version() {
        return version;
    }
}
