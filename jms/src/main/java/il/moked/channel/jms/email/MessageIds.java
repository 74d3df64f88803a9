// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message-ID, References and In-Reply-To. */
final class MessageIds {

    /** Ids kept of a thread: the first, which names the thread, and the newest. */
    static final int MAX_REFERENCES = 50;
    /** Longest id kept, in characters: fits a database key. */
    static final int MAX_LENGTH = 250;

    private static final String INVENTED_DOMAIN = "@moked.invalid";
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]{1,1000})>");
    private static final Pattern BARE = Pattern.compile("[^\\s<>\"(),;]{1,200}@[^\\s<>\"(),;]{1,200}");

    private MessageIds() {
    }

    static Optional<String> own(MailHeaders headers) {
        return headers.all("message-id").stream().flatMap(v -> {
            List<String> ids = in(v);
            String bare = v.strip();
            return ids.isEmpty() && isUsable(bare) ? java.util.stream.Stream.of(bare) : ids.stream();
        }).findFirst();
    }

    /** The same bytes always give the same id, so that a mail read twice is known again. */
    static String invented(byte[] raw) {
        try {
            return "sha256." + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw)) + INVENTED_DOMAIN;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    static boolean isInvented(String id) {
        return id.endsWith(INVENTED_DOMAIN);
    }

    static List<String> references(MailHeaders headers) {
        Set<String> ids = new LinkedHashSet<>();
        headers.all("references").forEach(v -> ids.addAll(in(v)));
        headers.all("in-reply-to").forEach(v -> ids.addAll(in(v)));
        if (ids.size() <= MAX_REFERENCES) {
            return List.copyOf(ids);
        }
        List<String> all = new ArrayList<>(ids);
        List<String> kept = new ArrayList<>(all.subList(0, 1));
        kept.addAll(all.subList(all.size() - MAX_REFERENCES + 1, all.size()));
        return kept;
    }

    /** The ids of a header value; words and comments between them are ignored. */
    static List<String> in(String value) {
        List<String> ids = new ArrayList<>();
        Matcher bracketed = IN_BRACKETS.matcher(value);
        while (bracketed.find()) {
            String id = bracketed.group(1).replaceAll("\\s+", "");
            if (isUsable(id)) {
                ids.add(id);
            }
        }
        if (ids.isEmpty() && value.indexOf('<') < 0) {
            Matcher bare = BARE.matcher(value);
            while (bare.find() && ids.size() <= MAX_REFERENCES) {
                ids.add(bare.group());
            }
        }
        return ids;
    }

    private static boolean isUsable(String id) {
        return !id.isEmpty() && id.length() <= MAX_LENGTH && id.chars().allMatch(c -> c > ' ' && c != 0x7F && c != '<' && c != '>');
    }
}
