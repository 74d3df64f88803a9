// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.card.TimelineEntry;
import il.moked.interaction.InteractionLine.Cursor;
import il.moked.shared.BusinessException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in a list as callers carry it from one page to the next. What is in it is nobody's business but ours. */
public final class Place {
    private Place() {
    }

    public static String written(Cursor cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((cursor.lastMessageAt() + "~" + cursor.id()).getBytes(StandardCharsets.UTF_8));
    }

    /** @param written null for the beginning @throws BusinessException {@code shared.bad-request} when it was not written by us */
    public static Cursor read(String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split("~", 2);
            return new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }

    /** A place in a timeline. */
    public static String written(TimelineEntry.Cursor cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((cursor.at() + "~" + cursor.kind() + "~" + cursor.id()).getBytes(StandardCharsets.UTF_8));
    }

    /** @param written null for the beginning @throws BusinessException {@code shared.bad-request} when it was not written by us */
    public static TimelineEntry.Cursor readEntry(String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split("~", 3);
            return new TimelineEntry.Cursor(Instant.parse(parts[0]), TimelineEntry.Kind.valueOf(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
