// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.access.Role;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.Collecting;
import il.moked.channel.ejb.Collecting.ScanPlace;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.channel.ejb.Reception;
import il.moked.channel.jms.Watched;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks every few seconds into the scan folders whose lease this node holds. One look is never interrupted by the next. */
@Singleton
@Startup
@DependsOn("moked-ejb.jar#Collecting")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScanFolders {
    /** Setting: {@code marker} when a file is complete only with its {@code .done} beside it. */
    static final String COMPLETE = "complete";
    /** Setting: {@code delete} when a taken file is not kept. */
    static final String AFTER = "after";
    private static final int MOST_AT_ONCE = 20;
    /** The file and what lies beside it go into one inbox row. */
    private static final long WRAPPING = 128 * 1024;

    @Inject
    Collecting collecting;
    @Inject
    Reception reception;
    @Inject
    ProviderWatch watch;
    @Inject
    PaperFolders folders;
    @Inject
    Clock clock;
    /** Milliseconds in which a file must not have changed to count as complete. */
    @Inject
    @ConfigProperty(name = "moked.post.quiet-millis", defaultValue = "4000")
    long quietMillis;
    /** Megabytes of one scanned file, at most 29. */
    @Inject
    @ConfigProperty(name = "moked.post.largest-mb", defaultValue = "25")
    long largest;

    private Watched watched;
    private final Map<ScanPlace, ScanFolder> known = new HashMap<>();

    @PostConstruct
    void open() {
        watched = new Watched(watch, Way.COLLECT);
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void tick() {
        DatabaseOutage.tolerated("scan folders", () -> {
            List<ScanPlace> places = collecting.scanPlaces();
            known.keySet().retainAll(places);
            watched.keep(places.stream().filter(this::looked).map(ScanPlace::accountId).toList());
        });
    }

    /** @return whether it is this node that looks into it */
    private boolean looked(ScanPlace place) {
        Optional<Path> folder = folders.scans(place.settings());
        if (folder.isEmpty() || !collecting.hold(place.accountId())) {
            return false;
        }
        try {
            known.computeIfAbsent(place, fresh -> folder(fresh, folder.get())).look();
            watched.fine(place.accountId());
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof EJBException outage && DatabaseOutage.caused(outage)) {
                throw outage;
            }
            PaperLog.LOG.folderAway(place.account(), failure.getClass().getSimpleName());
            watched.away(place.accountId(), Cause.FOLDER, failure.getClass().getSimpleName());
        }
        return true;
    }

    private ScanFolder folder(ScanPlace place, Path folder) {
        long most = Math.min(largest * 1024 * 1024, Reception.LARGEST - WRAPPING);
        ScanFolder.Rules rules = new ScanFolder.Rules("marker".equals(place.settings().get(COMPLETE)), "delete".equals(place.settings().get(AFTER)), most, Duration.ofMillis(quietMillis), MOST_AT_ONCE, place.language());
        return new ScanFolder(place.account(), folder, rules, reception::receive, clock);
    }
}
