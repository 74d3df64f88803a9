// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import java.time.Duration;

/** How long something may take. @param time business time of that calendar @param calendar code */
public record SlaTarget(Duration time, String calendar) {
    public SlaTarget {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A target is some time");
        }
    }
}
