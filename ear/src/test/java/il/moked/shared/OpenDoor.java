// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An address of the portal and what is said beside it.
 *
 * @param path as it is declared: {@code /track/*}, {@code /channels/app/v1/files/{id}}
 * @param to names of those who may pass; empty when nobody said
 * @param reaches names of the entities it shows somebody his own of @param under what lies under it, {@code {}} where a key stands
 */
record OpenDoor(String name, Way way, Set<String> methods, String path, Set<String> to, Set<String> reaches, List<String> under) {
    enum Way { SERVLET, RESOURCE, SOCKET }

    boolean opensTo(String caller) {
        return to.contains(caller);
    }

    /** Whether a key has a place in its address. */
    boolean wantsKey() {
        return path.endsWith("/*") || path.contains("{") || !under.isEmpty();
    }

    /** The addresses that stand for it, with a key where it wants one. */
    List<String> addresses(String key) {
        boolean folder = path.endsWith("/*");
        String bare = path.replaceFirst("/\\*$", "").replaceAll("\\{[^}]*}", key);
        if (!folder && under.isEmpty()) {
            return List.of(bare);
        }
        List<String> all = new ArrayList<>(under.stream().map(part -> bare + (part.startsWith("?") ? "" : "/") + part.replace("{}", key)).toList());
        if (under.isEmpty()) {
            all.add(bare + "/" + key);
        }
        all.add(bare);
        return all;
    }

    /** One line, which {@link #read} reads again. */
    String written() {
        return String.join("\t", name, way.name(), String.join(",", methods), path, String.join(",", to), String.join(",", reaches), String.join(",", under));
    }

    static OpenDoor read(String line) {
        String[] parts = line.split("\t", -1);
        return new OpenDoor(parts[0], Way.valueOf(parts[1]), set(parts[2]), parts[3], set(parts[4]), set(parts[5]), List.copyOf(set(parts[6])));
    }

    private static Set<String> set(String joined) {
        return Stream.of(joined.split(",")).filter(part -> !part.isEmpty()).collect(TreeSet::new, Set::add, Set::addAll);
    }

    @Override
    public String toString() {
        return name + " " + methods + " " + path;
    }
}
