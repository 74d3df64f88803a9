// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.desk;

import il.moked.customer.DuplicatePairs;
import il.moked.customer.Evidence;
import il.moked.customer.Surviving;
import il.moked.customer.ejb.DuplicateReview;
import il.moked.customer.ejb.DuplicateReview.PairLine;
import il.moked.customer.ejb.DuplicateSearching;
import il.moked.customer.ejb.DuplicateSearching.Progress;
import il.moked.customer.ejb.Merging;
import il.moked.customer.ejb.Merging.MergeLine;
import il.moked.customer.ejb.Merging.NewMerge;
import il.moked.customer.ejb.Merging.Sides;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** supervisor/duplicates.xhtml: pairs of customers who may be one, two of them side by side, and what was merged. */
@Named
@RequestScoped
public class DuplicatesView {
    private static final int PAGE = 50;

    @Inject
    DuplicateReview review;
    @Inject
    Merging merging;
    @Inject
    DuplicateSearching searching;
    @Inject
    Screen screen;

    private Page<PairLine> pairs;
    private Page<MergeLine> merges;
    private Progress search;
    private boolean searchRead;
    private PairLine pair;
    private Sides sides;
    private boolean sidesRead;

    public boolean isMerged() {
        return "merged".equals(screen.text("show"));
    }

    /** Whether the page's request says something under that name. */
    public boolean asked(String name) {
        return screen.text(name) != null;
    }

    public List<PairLine> pairs() {
        if (pairs == null) {
            pairs = review.open(place(), PAGE);
        }
        return pairs.rows();
    }

    private DuplicatePairs.Place place() {
        String after = screen.text("after");
        if (after == null || !after.matches("-?\\d{1,9}~\\d{1,18}")) {
            return DuplicatePairs.Place.FIRST;
        }
        String[] parts = after.split("~");
        return new DuplicatePairs.Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    public List<MergeLine> merges() {
        if (merges == null) {
            merges = merging.newest(screen.text("after") == null ? Long.MAX_VALUE : screen.number("after"), PAGE);
        }
        return merges.rows();
    }

    public boolean isMore() {
        return isMerged() ? !merges().isEmpty() && merges.more() : !pairs().isEmpty() && pairs.more();
    }

    public String next() {
        if (isMerged()) {
            return merges().isEmpty() ? "" : Long.toString(merges().get(merges().size() - 1).id());
        }
        return pairs().isEmpty() ? "" : pairs().get(pairs().size() - 1).tenths() + "~" + pairs().get(pairs().size() - 1).id();
    }

    /** The last search among all, null when there was none. */
    public Progress getSearch() {
        if (!searchRead) {
            search = searching.last().orElse(null);
            searchRead = true;
        }
        return search;
    }

    public boolean isRunning() {
        return getSearch() != null && getSearch().running();
    }

    /** Minutes and seconds. */
    public String left() {
        Duration left = getSearch().left();
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    /** Two side by side: those the page asks for, else the first of the list; null when there is none. */
    public Sides getSides() {
        if (!sidesRead) {
            sidesRead = true;
            try {
                pair = screen.text("pair") != null ? review.get(screen.number("pair")) : pairs().isEmpty() ? null : pairs().get(0);
                sides = pair == null ? null : merging.compare(pair.one().id(), pair.other().id());
            } catch (BusinessException decided) {
                screen.refuse(decided);
                pair = null;
            }
        }
        return sides;
    }

    public PairLine getPair() {
        getSides();
        return pair;
    }

    public List<Evidence> reasonsFor() {
        return getPair().evidence().stream().filter(Evidence::isFor).toList();
    }

    public List<Evidence> reasonsAgainst() {
        return getPair().evidence().stream().filter(item -> !item.isFor()).toList();
    }

    /** The page sends who goes on and of which fields the other's value survives, or none. */
    public void merge() {
        long merge = merging.merge(new NewMerge(screen.number("kept"), (int) screen.number("keptVersion"), screen.number("gone"), (int) screen.number("goneVersion"), fields("taken"), fields("left")));
        screen.answer("merge", merge);
    }

    private Set<Surviving> fields(String name) {
        Set<Surviving> fields = EnumSet.noneOf(Surviving.class);
        String sent = screen.text(name);
        if (sent != null && !sent.isEmpty()) {
            Arrays.stream(sent.split(",")).forEach(field -> fields.add(OneOf.needed(Surviving.class, field)));
        }
        return fields;
    }

    public void dismiss() {
        review.dismiss(screen.number("pair"));
        screen.answer("done", true);
    }

    public void undo() {
        merging.undo(screen.number("merge"));
        screen.answer("done", true);
    }

    public void start() {
        searching.start(screen.says("mergeCertain"));
        screen.answer("done", true);
    }

    public void stop() {
        searching.stop();
        screen.answer("done", true);
    }
}
