// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.NameWord;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a customer is found by: all of it made here, so that the index holds plain terms and any backend can keep it without
 * an analyzer of its own. The same keys are made of what the database says when a found one is read again, and tell whether
 * the index is right.
 *
 * @param guest known customers come first
 * @param words of his name, as {@link NameWord#letters()}
 * @param loose what the words sound like, in capitals, and the words without their Hebrew prefix
 * @param numbers digits of his telephones as dialled at home
 * @param addresses of e-mail, as compared
 */
public record CustomerKeys(long id, boolean guest, Set<String> words, Set<String> loose, Set<String> numbers, Set<String> addresses) {
    /** Letters of an address that are looked for together. */
    static final int ADDRESS_GRAM = 3;
    /** Digits of a telephone that are looked for together; fewer are in everybody's number. */
    static final int NUMBER_GRAM = 4;
    private static final int MOST_WORDS = 16;
    /** Our own country before a number; without a sign of it only before a whole one, for it may be the middle of another. */
    private static final Pattern HOME = Pattern.compile("^(?:(?:\\+|00)972(?=[2-9])|972(?=[2-9]\\d{7,8}$))");
    /** Guests stand behind all that are known. */
    private static final long GUESTS_FROM = 1L << 52;

    /** A way to reach him. */
    public record Reach(ContactPoint.Kind kind, String address) {
    }

    public static CustomerKeys of(long id, Customer.Kind kind, String name, Collection<Reach> reached) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> loose = new LinkedHashSet<>();
        for (NameWord word : NameWord.of(name)) {
            if (words.size() < MOST_WORDS) {
                words.add(word.letters());
                loose.addAll(word.sounds());
                if (!word.withoutPrefix().isEmpty()) {
                    loose.add(word.withoutPrefix());
                }
            }
        }
        Set<String> numbers = new LinkedHashSet<>();
        Set<String> addresses = new LinkedHashSet<>();
        for (Reach reach : reached) {
            if (reach.kind() == ContactPoint.Kind.EMAIL) {
                addresses.add(reach.address().toLowerCase(Locale.ROOT));
            } else if (reach.kind() == ContactPoint.Kind.PHONE || reach.kind() == ContactPoint.Kind.WHATSAPP) {
                String digits = digits(reach.address());
                if (!digits.isEmpty()) {
                    numbers.add(digits);
                }
            }
        }
        return new CustomerKeys(id, kind == Customer.Kind.GUEST, words, loose, numbers, addresses);
    }

    public static CustomerKeys of(Customer customer) {
        return of(customer.id(), customer.kind(), customer.displayName(), customer.contactPoints().stream().map(point -> new Reach(point.kind(), point.address())).toList());
    }

    /** As dialled at home, also when only the beginning or the end of it is written: {@code +972-52 345} and {@code 052345}. */
    static String digits(String written) {
        String bare = written.replaceAll("[^+0-9]", "");
        return HOME.matcher(bare).replaceFirst("0").replace("+", "");
    }

    /** Where he stands among those found as well as he is. */
    public long place() {
        return guest ? GUESTS_FROM + id : id;
    }

    /** Ends of the words: a fragment of a word is the beginning of one. */
    public Set<String> ends() {
        Set<String> ends = new TreeSet<>();
        for (String word : words) {
            for (int from = 1; from <= word.length() - SoughtCustomer.SHORTEST; from++) {
                ends.add(word.substring(from));
            }
        }
        return ends;
    }

    public Set<String> numberGrams() {
        return numbers.stream().flatMap(number -> grams(number, NUMBER_GRAM).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> addressGrams() {
        return addresses.stream().flatMap(address -> grams(local(address), ADDRESS_GRAM).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** His mail domains, each also without its first labels: {@code mail.acme.example} and {@code acme.example}. */
    public Set<String> domains() {
        Set<String> domains = new TreeSet<>();
        for (String address : addresses) {
            String domain = address.substring(address.lastIndexOf('@') + 1);
            domains.add(domain);
            for (int dot = domain.indexOf('.'); dot >= 0 && domain.indexOf('.', dot + 1) >= 0; dot = domain.indexOf('.', dot + 1)) {
                domains.add(domain.substring(dot + 1));
            }
        }
        return domains;
    }

    static String local(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /** All pieces of so many letters; none of a shorter text. */
    static Set<String> grams(String text, int length) {
        Set<String> grams = new LinkedHashSet<>();
        for (int at = 0; at + length <= text.length(); at++) {
            grams.add(text.substring(at, at + length));
        }
        return grams;
    }

    /** The same for the same keys: what is in the index is compared by it. */
    public String digest() {
        String all = List.of(guest, new TreeSet<>(words), new TreeSet<>(loose), new TreeSet<>(numbers), new TreeSet<>(addresses)).toString();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
