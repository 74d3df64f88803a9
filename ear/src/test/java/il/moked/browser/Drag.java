// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/**
 * Something draggable in a mouse's hand. Chromium hands its drags over as long as this lasts: Playwright asks for them only while it moves
 * the mouse once, and what begins a moment later is dragged by the window system, which a browser without a window waits for in vain.
 */
final class Drag {
    /** Down from the upper edge of where something is dropped: what is long ends below the window. */
    private static final int DOWN = 60;

    private final Page page;
    private final CDPSession chromium;
    private JsonElement dragged;

    private Drag(Page page) {
        this.page = page;
        this.chromium = page.context().newCDPSession(page);
        chromium.on("Input.dragIntercepted", taken -> dragged = taken.get("data"));
    }

    /** Takes it in its middle. */
    static Drag of(Locator thing) {
        BoundingBox box;
        do {
            thing.hover();
            box = thing.boundingBox();
            // none: it was drawn anew between the two
        } while (box == null);
        Drag drag = new Drag(thing.page());
        JsonObject takesOver = new JsonObject();
        takesOver.addProperty("enabled", true);
        drag.chromium.send("Input.setInterceptDrags", takesOver);
        drag.mouse("mousePressed", box.x + box.width / 2, box.y + box.height / 2);
        drag.mouse("mouseMoved", box.x + box.width / 2 + 20, box.y + box.height / 2);
        drag.page.waitForCondition(() -> drag.dragged != null);
        return drag;
    }

    Drag over(Locator there) {
        drag("dragEnter", there);
        drag("dragOver", there);
        return this;
    }

    void drop(Locator there) {
        over(there).drag("drop", there);
        chromium.detach();
    }

    private void mouse(String what, double x, double y) {
        JsonObject event = at(what, x, y);
        event.addProperty("button", "left");
        event.addProperty("buttons", 1);
        event.addProperty("clickCount", 1);
        chromium.send("Input.dispatchMouseEvent", event);
    }

    private void drag(String what, Locator there) {
        BoundingBox box = there.boundingBox();
        JsonObject event = at(what, box.x + box.width / 2, box.y + Math.min(DOWN, box.height / 2));
        event.add("data", dragged);
        chromium.send("Input.dispatchDragEvent", event);
    }

    private static JsonObject at(String what, double x, double y) {
        JsonObject event = new JsonObject();
        event.addProperty("type", what);
        event.addProperty("x", x);
        event.addProperty("y", y);
        return event;
    }
}
