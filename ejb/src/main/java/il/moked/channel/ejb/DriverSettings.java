// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.channel.Channel;
import java.util.Map;

/** What a driver says of an account's settings before they are saved. Found by its type; a driver without one takes what it gets. */
public interface DriverSettings {
    Channel channel();

    /** The name accounts have as their setting {@code driver}. */
    String driver();

    /** @throws IllegalArgumentException with the name of the setting that is missing or wrong as its message */
    void check(Map<String, String> settings);
}
