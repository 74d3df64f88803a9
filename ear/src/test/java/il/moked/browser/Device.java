// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

/** What a person sits before; sizes in CSS pixels. */
enum Device {
    DESK(1440, 900, false), PHONE(390, 844, true), TABLET(1024, 768, true), TABLET_UPRIGHT(768, 1024, true), TELEVISION(1920, 1080, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean touch() {
        return touch;
    }
}
