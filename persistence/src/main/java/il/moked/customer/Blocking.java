// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys under which a customer is looked for: only who has one in common is compared at all. Each survives another kind of
 * error, so that two who are one share at least one of them; each is rare enough in a million customers that few share it.
 * A letter in front says what it is made of.
 */
public final class Blocking {
    /** Keys shared by more customers than this tell nothing and are passed over: one of the others will do. */
    public static final int MOST_SHARING = 60;
    public static final int LONGEST_KEY = 60;

    private static final int PHONE_DIGITS = 9;
    private static final int SHORTEST_MAILBOX = 6;
    private static final int MOST_KEYS = 60;

    private Blocking() {
    }

    public static Set<String> keys(Traits who) {
        Set<String> keys = new LinkedHashSet<>();
        who.nationalIds().forEach(id -> add(keys, "I", id));
        who.documents().forEach(document -> add(keys, "D", document));
        who.companyNumbers().forEach(number -> add(keys, "C", number));
        who.emails().forEach(email -> {
            add(keys, "E", email);
            String mailbox = MatchingPolicy.mailbox(email);
            if (mailbox.length() >= SHORTEST_MAILBOX) {
                add(keys, "X", mailbox);
            }
        });
        who.phones().forEach(phone -> add(keys, "P", phone.substring(Math.max(0, phone.length() - PHONE_DIGITS))));
        List<String> sounds = new ArrayList<>(soundsOf(who.family()));
        sounds.addAll(soundsOf(who.given()));
        if (!who.namesApart()) {
            who.full().words().stream().limit(4).forEach(word -> sounds.addAll(soundsOf(NameForm.of(word))));
        }
        names(who, keys);
        birth(who, sounds, keys);
        address(who, sounds, keys);
        return keys.size() <= MOST_KEYS ? keys : new LinkedHashSet<>(new ArrayList<>(keys).subList(0, MOST_KEYS));
    }

    private static List<String> soundsOf(NameForm name) {
        return name.sounds().stream().filter(sound -> !sound.isEmpty()).sorted().limit(3).toList();
    }

    /** Both names by their sound, in whichever order; a company by the sound of its first words. */
    private static void names(Traits who, Set<String> keys) {
        List<String> words = who.full().words();
        for (int first = 0; first < Math.min(4, words.size()); first++) {
            for (int second = first + 1; second < Math.min(4, words.size()); second++) {
                for (String one : soundsOf(NameForm.of(words.get(first)))) {
                    for (String other : soundsOf(NameForm.of(words.get(second)))) {
                        add(keys, "N", String.join("+", new TreeSet<>(List.of(one, other))));
                    }
                }
            }
        }
        if (words.size() == 1) {
            soundsOf(who.full()).forEach(sound -> add(keys, "W", sound));
        }
    }

    /** The day of birth alone where there is no name, else with one of the names; day and month in order of size, so that it does not matter which is which. */
    private static void birth(Traits who, List<String> sounds, Set<String> keys) {
        String born = who.birthDate();
        if (born.isEmpty()) {
            return;
        }
        String year = born.substring(0, 4);
        String days = String.join("", new ArrayList<>(new TreeSet<>(List.of(born.substring(4, 6), born.substring(6)))));
        add(keys, "B", year + days);
        for (String sound : sounds) {
            add(keys, "Y", year + "+" + sound);
            add(keys, "M", days + "+" + sound);
        }
    }

    private static void address(Traits who, List<String> sounds, Set<String> keys) {
        for (String street : soundsOf(who.street())) {
            if (!who.house().isEmpty()) {
                add(keys, "A", who.house() + "+" + street);
            }
        }
        String place = !who.postcode().isEmpty() ? who.postcode() : soundsOf(who.city()).stream().findFirst().orElse("");
        if (!place.isEmpty()) {
            sounds.forEach(sound -> add(keys, "T", place + "+" + sound));
        }
    }

    private static void add(Set<String> keys, String kind, String value) {
        if (value.length() > 1) {
            String key = kind + ":" + value;
            keys.add(key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key);
        }
    }
}
