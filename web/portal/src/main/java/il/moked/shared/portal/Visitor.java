// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who counts as one visitor for limits: an IPv4 address, or the 64 bits of an IPv6 address that one household or phone is given. */
public final class Visitor {
    private static final int HOUSEHOLD_GROUPS = 4;
    private static final int GROUPS = 8;

    private Visitor() {
    }

    public static String of(HttpServletRequest request) {
        return household(request.getRemoteAddr());
    }

    static String household(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        String bare = address.replaceFirst("%.*$", "");
        int gap = bare.indexOf("::");
        String[] head = groups(gap < 0 ? bare : bare.substring(0, gap));
        String[] tail = gap < 0 ? new String[0] : groups(bare.substring(gap + 2));
        String[] all = new String[GROUPS];
        Arrays.fill(all, "0");
        System.arraycopy(head, 0, all, 0, Math.min(head.length, GROUPS));
        System.arraycopy(tail, 0, all, Math.max(0, GROUPS - tail.length), Math.min(tail.length, GROUPS));
        return Arrays.stream(all).limit(HOUSEHOLD_GROUPS).map(group -> group.replaceFirst("^0+(?=.)", "")).collect(Collectors.joining(":")) + "::/64";
    }

    private static String[] groups(String part) {
        return part.isEmpty() ? new String[0] : part.split(":");
    }
}
