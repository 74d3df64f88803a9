// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.ArrivalLine;
import il.moked.branch.ExceptionCause;
import il.moked.branch.SwipedCard;
import il.moked.branch.ejb.BranchBoard;
import il.moked.branch.ejb.BranchBoard.Board;
import il.moked.branch.ejb.BranchChoice.Advice;
import il.moked.branch.ejb.BranchChoice.Fitting;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.DoorReasons;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.Known;
import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.card.ejb.CustomerCards;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.card.ejb.CustomerSearch;
import il.moked.card.ejb.CustomerSearch.Found;
import il.moked.casework.CaseLine;
import il.moked.casework.ejb.CaseReading;
import il.moked.interaction.InteractionLine;
import il.moked.promise.PromiseLine;
import il.moked.promise.ejb.PromiseReading;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** branch/greeter.xhtml: who comes through the door, why, and the line he waits in. */
@Named
@RequestScoped
public class GreeterView {
    private static final int MOST_FOUND = 8;
    private static final int SHORTEST_NAME = 2;
    /** As fast as one gets through a town. */
    private static final double MINUTES_A_KILOMETRE = 4;
    private static final int LEAST_WAY = 15;

    @Inject
    CounterWork counters;
    @Inject
    BranchBoard boards;
    @Inject
    Greeting greeting;
    @Inject
    DoorReasons doorReasons;
    @Inject
    CustomerSearch search;
    @Inject
    CustomerCards cards;
    @Inject
    PromiseReading promises;
    @Inject
    CaseReading cases;
    @Inject
    Screen screen;

    private Board board;
    private Long branch;
    private List<Row> rows;
    private Who who;

    /** Somebody found. @param found as a list shows him, null when only his number or appointment was typed @param present his number here, or null */
    public record Row(long id, String name, Found found, ArrivalLine present, int appointments) {
    }

    /** Who stands before the greeter. @param elsewhere his other contacts that are open now @param advice which branches are for him */
    public record Who(CustomerCard card, Known known, List<PromiseLine> promises, List<CaseLine> cases, List<InteractionLine> elsewhere, Advice advice) {
    }

    /** Whether he works at a branch at all. */
    public boolean isSomewhere() {
        return branchId() != null;
    }

    private Long branchId() {
        if (branch == null) {
            branch = counters.mine().map(CounterWork.Desk::branchId).orElse(null);
        }
        return branch;
    }

    public Board board() {
        if (board == null) {
            board = boards.of(branchId());
        }
        return board;
    }

    public List<ReasonLine> reasons() {
        return doorReasons.of(branchId());
    }

    public ExceptionCause[] causes() {
        return ExceptionCause.values();
    }

    /** Called and served ones first: they are looked for when somebody asks where he has to go. */
    public List<ArrivalLine> called() {
        return Stream.concat(board().called().stream(), board().serving().stream()).toList();
    }

    /** Whom the page asks for, by what was typed. */
    public List<Row> rows() {
        if (rows == null) {
            String typed = screen.text("q");
            rows = typed == null || typed.isBlank() ? List.of() : found(typed.strip());
        }
        return rows;
    }

    private List<Row> found(String typed) {
        String asked = SwipedCard.swiped(typed) ? SwipedCard.read(typed).map(SwipedCard::customerNumber).orElseThrow(() -> new BusinessException("branch.no-card")) : typed;
        Map<Long, Row> all = new LinkedHashMap<>();
        greeting.known(branchId(), asked).forEach(known -> all.put(known.customerId(), new Row(known.customerId(), known.name(), null, known.present(), known.appointments().size())));
        if (asked.length() >= SHORTEST_NAME) {
            for (Found found : search.find(asked, null, MOST_FOUND).rows()) {
                Row exact = all.get(found.id());
                all.put(found.id(), new Row(found.id(), found.name(), found, exact == null ? here(found.id()) : exact.present(), exact == null ? 0 : exact.appointments()));
            }
        }
        return new ArrayList<>(all.values());
    }

    /** His number, if he is in the line; the line is read once. */
    private ArrivalLine here(long customer) {
        return Stream.of(board().waiting(), board().called(), board().serving(), board().expected()).flatMap(List::stream).filter(line -> line.customerId() != null && line.customerId() == customer).findFirst().orElse(null);
    }

    public void find() {
        screen.answer("only", rows().size() == 1 ? rows().get(0).id() : -1);
        screen.answer("many", rows().size());
        screen.redraw("greet-found");
    }

    /** Null until somebody was chosen. */
    public Who who() {
        if (who == null && screen.text("customer") != null && !screen.text("customer").isEmpty()) {
            long id = screen.number("customer");
            Known known = greeting.known(branchId(), id);
            CustomerCard card = cards.get(id);
            Long visit = known.present() == null ? null : known.present().interactionId();
            who = new Who(card, known, promises.ofCustomer(id).pending(), cases.liveOf(id), card.otherOpen().stream().filter(line -> !Long.valueOf(line.id()).equals(visit)).toList(), greeting.advise(branchId(), id, null));
        }
        return who;
    }

    public void show() {
        screen.redraw("greet-who");
    }

    /** How long he needs to get there. */
    public int way(Fitting there) {
        return there.kilometres() == null ? LEAST_WAY : Math.max(LEAST_WAY, (int) Math.round(there.kilometres() * MINUTES_A_KILOMETRE));
    }

    /** The other branches that fit. */
    public List<Fitting> others() {
        return who() == null ? List.of() : who().advice().branches().stream().filter(fitting -> fitting.branchId() != branchId()).toList();
    }
}
