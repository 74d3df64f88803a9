// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.channel.Channel;
import java.util.Map;
import java.util.Set;

/** What the driver of a channel wants of an account's settings. Found by its type: a driver that wants something brings one. */
public interface DriverSettings {
    Set<Channel> channels();

    /** @throws il.moked.shared.BusinessException {@code channel.setting-missing}, {@code channel.setting-wrong}; {@link SettingsCheck} makes them */
    void check(Map<String, String> settings);
}
