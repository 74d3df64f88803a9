// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.channel.Channel;
import il.moked.channel.ejb.DriverSettings;
import il.moked.channel.ejb.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The folders of letters: one at least, and never one for both ways. */
@ApplicationScoped
public class LetterSettings implements DriverSettings {
    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.POST);
    }

    @Override
    public void check(Map<String, String> settings) {
        SettingsCheck check = new SettingsCheck(settings);
        if (check.value(PaperFolders.LETTERS).isEmpty()) {
            check.wanted(PaperFolders.SCANS);
        }
        List.of(PaperFolders.SCANS, PaperFolders.LETTERS).forEach(name -> check.value(name).ifPresent(value -> refuseUnlessPath(name, value)));
        if (check.value(PaperFolders.SCANS).isPresent() && check.value(PaperFolders.SCANS).equals(check.value(PaperFolders.LETTERS))) {
            throw SettingsCheck.wrong(PaperFolders.LETTERS);
        }
        check.oneOf(ScanFolders.COMPLETE, "quiet", "marker").oneOf(ScanFolders.AFTER, "keep", "delete");
    }

    private static void refuseUnlessPath(String name, String value) {
        try {
            if (Path.of(value).normalize().startsWith("..")) {
                throw SettingsCheck.wrong(name);
            }
        } catch (InvalidPathException none) {
            throw SettingsCheck.wrong(name);
        }
    }
}
