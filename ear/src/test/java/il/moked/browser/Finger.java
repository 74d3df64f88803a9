// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;

/** Signs on a screen. */
final class Finger {
    private static final int STEPS = 24;

    private Finger() {
    }

    static void signs(Locator pad) {
        pad.scrollIntoViewIfNeeded();
        BoundingBox box = pad.boundingBox();
        pad.page().mouse().move(box.x + 30, box.y + box.height / 2);
        pad.page().mouse().down();
        for (int step = 1; step <= STEPS; step++) {
            pad.page().mouse().move(box.x + 30 + step * (box.width - 60) / STEPS, box.y + box.height / 2 + Math.sin(step / 2.0) * box.height / 3);
        }
        pad.page().mouse().up();
    }
}
