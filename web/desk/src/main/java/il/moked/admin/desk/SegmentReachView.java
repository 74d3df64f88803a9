// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.customer.SegmentPass;
import il.moked.customer.ejb.Resegmenting;
import il.moked.customer.ejb.SegmentCounting;
import il.moked.customer.ejb.SegmentCounting.Count;
import il.moked.customer.ejb.SegmentCounting.Counted;
import il.moked.shared.BusinessException;
import il.moked.shared.OneJson;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.text.NumberFormat;

/** The part of admin/rules.xhtml?kind=SEGMENT that tells whom the rules match as they are written, and how far those in force have come. */
@Named
@RequestScoped
public class SegmentReachView {
    @Inject
    SegmentCounting counting;
    @Inject
    Resegmenting resegmenting;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private Resegmenting.Progress progress;
    private boolean read;

    /** The last way through all customers; null before the first. */
    public Resegmenting.Progress progress() {
        if (!read) {
            read = true;
            progress = resegmenting.progress().orElse(null);
        }
        return progress;
    }

    public boolean isRunning() {
        return progress() != null && progress().state() == SegmentPass.State.RUNNING;
    }

    /** For the script that writes the numbers beside the rules. What is half written is not complained about while it is written. */
    public void count() {
        try {
            screen.answer("counts", written(counting.count(screen.text("content"))));
        } catch (BusinessException unfinished) {
            screen.answer("unfinished", true);
        }
    }

    private String written(Count count) {
        JsonArrayBuilder rules = OneJson.PROVIDER.createArrayBuilder();
        count.rules().forEach(rule -> rules.add(shown(rule)));
        JsonObjectBuilder all = OneJson.PROVIDER.createObjectBuilder().add("none", shown(count.none())).add("moving", shown(count.moving())).add("customers", shown(count.customers()));
        count.segments().forEach((segment, counted) -> all.add(segment.name(), shown(counted)));
        return OneJson.PROVIDER.createObjectBuilder().add("rules", rules).add("all", all).add("exact", count.exact()).build().toString();
    }

    private String shown(Counted counted) {
        return counted.margin() == 0 ? number(counted.count()) : "≈ " + number(counted.count()) + " ± " + number(counted.margin());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale.getLocale()).format(number);
    }

    public long percent() {
        return Math.round(progress().share() * 100);
    }
}
