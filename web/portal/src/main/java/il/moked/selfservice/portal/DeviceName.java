// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import java.util.List;
import java.util.Map;

/** What a browser is called in the list of one's devices: enough to know it again, nothing to recognise it elsewhere by. */
final class DeviceName {
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"), Map.entry("Android", "Android"), Map.entry("Windows", "Windows"), Map.entry("Mac OS", "Mac"), Map.entry("Linux", "Linux"));
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(Map.entry("Edg", "Edge"), Map.entry("OPR/", "Opera"), Map.entry("SamsungBrowser", "Samsung Internet"), Map.entry("Firefox", "Firefox"), Map.entry("Chrome", "Chrome"), Map.entry("Safari", "Safari"));

    private DeviceName() {
    }

    static String of(String userAgent) {
        String given = userAgent == null ? "" : userAgent;
        return (named(BROWSERS, given) + " · " + named(SYSTEMS, given)).replaceAll("^ · | · $", "").strip();
    }

    private static String named(List<Map.Entry<String, String>> names, String given) {
        return names.stream().filter(name -> given.contains(name.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }
}
