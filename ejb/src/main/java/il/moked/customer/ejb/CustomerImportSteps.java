// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.AlikeLines;
import il.moked.customer.CustomerImport;
import il.moked.customer.CustomerImport.OfAlike;
import il.moked.customer.CustomerImport.State;
import il.moked.customer.CustomerImport.Tally;
import il.moked.customer.CustomerImports;
import il.moked.customer.CustomerImports.AlikeLine;
import il.moked.customer.CustomerImports.Fault;
import il.moked.customer.CustomerLine;
import il.moked.customer.Matching;
import il.moked.customer.ejb.LineKeeping.Change;
import il.moked.customer.ejb.LineKeeping.Known;
import il.moked.shared.BusinessException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Some lines of a file of customers in one transaction: what becomes of them and that they are done is kept together or not at all. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CustomerImportSteps {
    /** A node that has not done a step for so long is taken to be gone. */
    private static final Duration HELD = Duration.ofSeconds(60);
    /** What nobody decides on for so long is dropped: the file holds particulars of people. */
    private static final Duration UNDECIDED = Duration.ofDays(7);
    /** So long what was found in a file can be read after its end. */
    private static final Duration FOUND = Duration.ofDays(30);
    private static final int TIDIED_AT_ONCE = 20;
    private static final int MOST_ALIKE = 3;

    @Inject
    CustomerImports imports;
    @Inject
    LineKeeping keeping;
    @Inject
    Matching matching;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What a node does with a file. @param trial whether it is only checked @param lastLine that is done already @param ofAlike null while it is checked */
    public record Pass(long id, String node, String source, Charset encoding, boolean trial, int lastLine, OfAlike ofAlike, String askedBy) {
    }

    /** @param above for each line the earlier ones that may be the same customer @param last line behind which the next batch begins */
    public record Batch(List<CustomerLine> lines, List<List<AlikeLines.Alike>> above, List<Fault> faults, int last) {
        /** The same in batches of one line, in their order, behind what is wrong already. */
        List<Batch> single() {
            List<Batch> each = new ArrayList<>();
            each.add(new Batch(List.of(), List.of(), faults, 0));
            for (int at = 0; at < lines.size(); at++) {
                each.add(new Batch(List.of(lines.get(at)), List.of(above.get(at)), List.of(), lines.get(at).number()));
            }
            return each;
        }

        private int wrongLines() {
            return (int) faults.stream().mapToInt(Fault::line).distinct().count();
        }
    }

    /** @return the next file for that node, if there is one */
    public Optional<Pass> begin(String node) {
        Instant now = clock.instant();
        return imports.toRead().stream().map(imports::getLocked).filter(file -> file.begin(node, now, now.plus(HELD))).findFirst().map(file -> {
            if (file.state() == State.CHECKING) {
                imports.dropFindings(file.id());
            }
            return new Pass(file.id(), node, file.source(), file.encoding(), file.state() == State.CHECKING, file.lastLine(), file.ofAlike().orElse(null), file.askedBy());
        });
    }

    /** @return null behind the last one */
    public byte[] piece(long id, int number) {
        return imports.piece(id, number);
    }

    /** @return whether it goes on: not when somebody stopped it, or another node has it @throws BusinessException of a line that cannot be kept; then nothing of the batch is */
    public boolean take(Pass pass, Batch batch) {
        Optional<CustomerImport> held = held(pass);
        held.ifPresent(file -> file.reached(batch.last(), pass.trial() ? check(pass, batch) : bringIn(pass, batch)));
        return held.isPresent();
    }

    private Optional<CustomerImport> held(Pass pass) {
        CustomerImport file = imports.getLocked(pass.id());
        return file.hold(pass.node(), clock.instant().plus(HELD)) ? Optional.of(file) : Optional.empty();
    }

    private Tally check(Pass pass, Batch batch) {
        Known known = keeping.known(batch.lines());
        List<Fault> faults = new ArrayList<>(batch.faults());
        List<AlikeLine> alike = new ArrayList<>();
        int fresh = 0;
        int changed = 0;
        int suspected = 0;
        for (int at = 0; at < batch.lines().size(); at++) {
            CustomerLine line = batch.lines().get(at);
            Optional<Change> change = judge(line, known, faults);
            changed += change.filter(Change.CHANGED::equals).isPresent() ? 1 : 0;
            if (change.filter(Change.NEW::equals).isPresent()) {
                fresh++;
                List<AlikeLine> like = alike(line, batch.above().get(at));
                suspected += like.isEmpty() ? 0 : 1;
                alike.addAll(like);
            }
        }
        imports.keepFaults(pass.id(), faults);
        imports.keepAlike(pass.id(), alike);
        return tally(batch, faults, fresh, changed, suspected, 0);
    }

    private List<AlikeLine> alike(CustomerLine line, List<AlikeLines.Alike> above) {
        List<AlikeLine> all = new ArrayList<>();
        matching.like(line.traits(), null).stream().limit(MOST_ALIKE).forEach(one -> all.add(AlikeLine.ofCustomer(line, all.size(), one)));
        above.forEach(one -> all.add(AlikeLine.ofLine(line, all.size(), one)));
        return all;
    }

    private Tally bringIn(Pass pass, Batch batch) {
        Known known = keeping.known(batch.lines());
        List<Fault> faults = new ArrayList<>(batch.faults());
        int fresh = 0;
        int changed = 0;
        int left = 0;
        for (CustomerLine line : batch.lines()) {
            Optional<Change> change = judge(line, known, faults);
            if (change.isPresent()) {
                boolean out = change.get() == Change.NEW && pass.ofAlike() == OfAlike.LEAVE_OUT && !matching.like(line.traits(), null).isEmpty();
                left += out ? 1 : 0;
                fresh += !out && change.get() == Change.NEW ? 1 : 0;
                changed += change.get() == Change.CHANGED ? 1 : 0;
                keeping.keep(line, out ? Change.SAME : change.get(), known, pass);
            }
        }
        imports.keepFaults(pass.id(), faults);
        return tally(batch, faults, fresh, changed, left, left);
    }

    /** Nothing is kept of it yet, so that a line that does not fit leaves the others alone. */
    private Optional<Change> judge(CustomerLine line, Known known, List<Fault> faults) {
        try {
            return Optional.of(keeping.judge(line, known));
        } catch (BusinessException refused) {
            faults.addAll(faults(line, refused));
            return Optional.empty();
        }
    }

    private static Tally tally(Batch batch, List<Fault> faults, int fresh, int changed, int alike, int left) {
        int wrong = (int) faults.stream().mapToInt(Fault::line).distinct().count();
        int lines = batch.lines().size() + batch.wrongLines();
        return new Tally(lines, fresh, changed, lines - fresh - changed - left - wrong, alike, wrong);
    }

    /** A line could not be kept. @return whether it goes on */
    public boolean refuse(Pass pass, Batch single, BusinessException why) {
        Optional<CustomerImport> held = held(pass);
        held.ifPresent(file -> {
            List<Fault> faults = single.lines().stream().flatMap(line -> faults(line, why).stream()).toList();
            imports.keepFaults(pass.id(), faults);
            file.reached(single.last(), new Tally(single.lines().size(), 0, 0, 0, 0, single.lines().size()));
        });
        return held.isPresent();
    }

    private static List<Fault> faults(CustomerLine line, BusinessException refused) {
        List<Fault> faults = new ArrayList<>();
        if (refused instanceof WrongFieldsException several) {
            several.wrong().forEach(one -> faults.add(new Fault(line.number(), faults.size(), one.field(), one.code(), one.arguments().stream().map(String::valueOf).toList())));
        } else {
            faults.add(new Fault(line.number(), 0, null, refused.code(), refused.arguments().stream().map(String::valueOf).toList()));
        }
        return faults;
    }

    /** @param whole whether the file was read to its end */
    public void ended(Pass pass, boolean whole) {
        held(pass).ifPresent(file -> {
            if (pass.trial()) {
                file.checked(whole, clock.instant());
            } else {
                file.done(clock.instant());
            }
            if (file.ended()) {
                imports.dropPieces(file.id());
            }
            Tally tally = pass.trial() ? file.checked() : file.done();
            events.tell(new CustomerImportActed(file.id(), pass.trial() ? whole ? "customer.import-checked" : "customer.import-refused" : "customer.import-done",
                    tally.fresh() + " new, " + tally.changed() + " changed, " + tally.same() + " same, " + tally.alike() + " alike, " + tally.wrong() + " wrong"));
        });
    }

    /** It could not be read at all: nobody tries again. */
    public void failed(String node) {
        imports.toRead().stream().map(imports::getLocked).filter(file -> file.running() && file.hold(node, clock.instant())).findFirst().ifPresent(file -> {
            file.refused(clock.instant());
            imports.dropPieces(file.id());
            events.tell(new CustomerImportActed(file.id(), "customer.import-refused", null));
        });
    }

    /** Files nobody decided on, and findings nobody needs any more, are dropped. */
    public void tidy() {
        Instant now = clock.instant();
        imports.undecidedSince(now.minus(UNDECIDED)).stream().limit(TIDIED_AT_ONCE).map(imports::getLocked).filter(file -> file.state() == State.CHECKED).forEach(file -> {
            file.stop(file.askedBy(), now);
            imports.dropPieces(file.id());
            events.tell(new CustomerImportActed(file.id(), "customer.import-dropped", null));
        });
        imports.findingsBefore(now.minus(FOUND), TIDIED_AT_ONCE).forEach(imports::dropFindings);
    }
}
