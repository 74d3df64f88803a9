// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import il.moked.shared.NameSounds;
import il.moked.shared.NameWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to find a customer, in parts. All parts must fit him, in any order; he is found as well as the part
 * that fits worst.
 */
public record SoughtCustomer(String typed, List<Part> parts) {
    /** Characters. */
    public static final int SHORTEST = 2;
    public static final int LONGEST = 200;
    private static final int MOST_PARTS = 8;
    /** An address, a number with its signs between the digits, or whatever else stands between spaces. */
    private static final Pattern PIECE = Pattern.compile("\\S*@\\S*|[(+]*\\d(?:[\\d().\\-/\\s]*\\d)?(?![\\p{L}\\d'\"])|\\S+");
    private static final Pattern NUMBER = Pattern.compile("[(+]*[\\d().\\-/\\s]+");

    /** How well somebody fits, best first. */
    public enum Fit {
        /** A whole number or address that is his. Found in the database. */
        EXACT,
        /** Words of his name as they are written. */
        WHOLE,
        /** Words begin with what was typed; numbers hold it. */
        BEGINNING,
        /** Words that sound like it in the other alphabet or spelling, or are it with a Hebrew prefix. */
        SOUND,
        /** It is somewhere in a word or in an address. */
        FRAGMENT,
        /** Words that begin with something that sounds like it. */
        SOUND_OF_BEGINNING
    }

    /** One thing that was typed. */
    public sealed interface Part permits Word, Number, Address {
        /** @return empty when he does not fit at all */
        Optional<Fit> fit(CustomerKeys keys);
    }

    /** A word, of a name or of an address. @param bare without its Hebrew prefix, or empty */
    public record Word(String letters, Set<String> sounds, String bare) implements Part {
        @Override
        public Optional<Fit> fit(CustomerKeys keys) {
            if (keys.words().contains(letters)) {
                return Optional.of(Fit.WHOLE);
            }
            if (keys.words().stream().anyMatch(word -> word.startsWith(letters))) {
                return Optional.of(Fit.BEGINNING);
            }
            if (keys.loose().contains(letters) || sounds.stream().anyMatch(keys.loose()::contains) || !bare.isEmpty() && keys.words().contains(bare)) {
                return Optional.of(Fit.SOUND);
            }
            if (keys.words().stream().anyMatch(word -> word.contains(letters)) || inAddress() && keys.addresses().stream().anyMatch(address -> CustomerKeys.local(address).contains(letters))
                    || inAddress() && keys.domains().stream().anyMatch(domain -> domain.startsWith(letters))) {
                return Optional.of(Fit.FRAGMENT);
            }
            return beginnings().stream().anyMatch(sound -> keys.loose().stream().anyMatch(heard -> heard.startsWith(sound))) ? Optional.of(Fit.SOUND_OF_BEGINNING) : Optional.empty();
        }

        /** Whether an address may hold it. */
        boolean inAddress() {
            return letters.length() >= CustomerKeys.ADDRESS_GRAM && letters.chars().allMatch(letter -> letter < 128);
        }

        /** Sounds that a longer name may begin with; of one consonant all do. */
        List<String> beginnings() {
            return sounds.stream().filter(sound -> NameSounds.consonants(sound) > 1).toList();
        }
    }

    /** Digits: of a telephone, or a word of a name. @param digits as dialled at home */
    public record Number(String digits) implements Part {
        @Override
        public Optional<Fit> fit(CustomerKeys keys) {
            if (keys.words().contains(digits)) {
                return Optional.of(Fit.WHOLE);
            }
            if (keys.words().stream().anyMatch(word -> word.startsWith(digits)) || inTelephone() && keys.numbers().stream().anyMatch(number -> number.contains(digits))) {
                return Optional.of(Fit.BEGINNING);
            }
            if (keys.words().stream().anyMatch(word -> word.contains(digits)) || inAddress() && keys.addresses().stream().anyMatch(address -> CustomerKeys.local(address).contains(digits))) {
                return Optional.of(Fit.FRAGMENT);
            }
            return Optional.empty();
        }

        boolean inTelephone() {
            return digits.length() >= CustomerKeys.NUMBER_GRAM;
        }

        boolean inAddress() {
            return digits.length() >= CustomerKeys.ADDRESS_GRAM;
        }
    }

    /** A piece of an e-mail address with the sign in it. @param local before the sign, may be empty @param domain after it, may be empty */
    public record Address(String local, String domain) implements Part {
        @Override
        public Optional<Fit> fit(CustomerKeys keys) {
            if (keys.addresses().stream().anyMatch(address -> address.startsWith(local + '@' + domain))) {
                return Optional.of(Fit.BEGINNING);
            }
            boolean held = local.isEmpty() ? keys.domains().stream().anyMatch(known -> known.startsWith(domain))
                    : keys.addresses().stream().anyMatch(address -> CustomerKeys.local(address).endsWith(local) && address.substring(address.lastIndexOf('@') + 1).startsWith(domain));
            return held && fragment() ? Optional.of(Fit.FRAGMENT) : Optional.empty();
        }

        /** Whether it may stand in the middle of an address: with too little of the name it would be anybody's. */
        boolean fragment() {
            return local.length() >= CustomerKeys.ADDRESS_GRAM || local.isEmpty() && domain.length() >= SHORTEST;
        }
    }

    /** @throws BusinessException {@code customer.search-length} */
    public static SoughtCustomer of(String typed) {
        String wanted = typed == null ? "" : typed.strip();
        if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
            throw new BusinessException("customer.search-length", SHORTEST, LONGEST);
        }
        List<Part> parts = new ArrayList<>();
        Matcher piece = PIECE.matcher(wanted);
        while (piece.find()) {
            add(piece.group(), parts);
        }
        return new SoughtCustomer(wanted, List.copyOf(parts.subList(0, Math.min(MOST_PARTS, parts.size()))));
    }

    private static void add(String piece, List<Part> parts) {
        int sign = piece.indexOf('@');
        if (sign >= 0) {
            String domain = piece.substring(sign + 1).toLowerCase(Locale.ROOT);
            if (piece.length() > 1) {
                parts.add(new Address(piece.substring(0, sign).toLowerCase(Locale.ROOT), domain));
            }
            return;
        }
        if (NUMBER.matcher(piece).matches()) {
            String digits = CustomerKeys.digits(piece);
            if (!digits.isEmpty()) {
                parts.add(new Number(digits));
            }
            return;
        }
        NameWord.of(piece).forEach(word -> parts.add(new Word(word.letters(), word.sounds(), word.withoutPrefix())));
    }

    /** Whether anything is left to look for in names, numbers and addresses. */
    public boolean nothing() {
        return parts.isEmpty();
    }

    /** How well that customer fits; empty when he does not. */
    public Optional<Fit> fit(CustomerKeys keys) {
        Fit worst = Fit.WHOLE;
        for (Part part : parts) {
            Optional<Fit> fit = part.fit(keys);
            if (fit.isEmpty()) {
                return fit;
            }
            worst = worst.compareTo(fit.get()) > 0 ? worst : fit.get();
        }
        return nothing() ? Optional.empty() : Optional.of(worst);
    }
}
