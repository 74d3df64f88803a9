// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.desk;

import il.moked.promise.PromiseLine;
import il.moked.promise.ejb.PromiseReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** WEB-INF/parts/wall/promises.xhtml: promises that are broken and still waited for. */
@Named
@RequestScoped
public class WallPromisesView {
    /** More than these are only counted. */
    private static final int SHOWN = 3;

    @Inject
    PromiseReading reading;

    private List<PromiseLine> broken;

    private List<PromiseLine> broken() {
        if (broken == null) {
            broken = reading.broken();
        }
        return broken;
    }

    public List<PromiseLine> lines() {
        return broken().subList(0, Math.min(SHOWN, broken().size()));
    }

    public int count() {
        return broken().size();
    }

    /** Whether there may be more than were counted. */
    public boolean isMore() {
        return broken().size() == PromiseReading.MOST_BROKEN;
    }

    /** What is shown, in short; it does not change while only time goes by. */
    public String getMark() {
        return Integer.toHexString(broken().stream().map(PromiseLine::id).toList().hashCode());
    }
}
