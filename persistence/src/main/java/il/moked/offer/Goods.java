// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import java.util.Set;

/** Products, told by their SKUs and by the codes of their categories: what lies in a basket, what somebody has, or what a rule asks for. */
public record Goods(Set<String> skus, Set<String> categories) {
    public static final Goods NONE = new Goods(Set.of(), Set.of());

    public Goods {
        skus = Set.copyOf(skus);
        categories = Set.copyOf(categories);
    }

    public boolean isEmpty() {
        return skus.isEmpty() && categories.isEmpty();
    }

    /** Whether at least one of those asked for is among these. */
    public boolean hasAnyOf(Goods asked) {
        return skus.stream().anyMatch(asked.skus()::contains) || categories.stream().anyMatch(asked.categories()::contains);
    }
}
