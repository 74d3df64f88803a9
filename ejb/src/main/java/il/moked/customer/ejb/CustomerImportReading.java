// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.AlikeLines;
import il.moked.customer.CustomerImports.Fault;
import il.moked.customer.CustomerLine;
import il.moked.customer.CustomerSheet;
import il.moked.customer.Matching;
import il.moked.customer.ejb.CustomerImportSteps.Batch;
import il.moked.customer.ejb.CustomerImportSteps.Pass;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.CsvTable.Row;
import il.moked.shared.CsvTable.Wrong;
import il.moked.shared.ejb.CrossedLocks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Reads a file of customers from its beginning to its end and gives its lines, some at a time, to {@link CustomerImportSteps}: each time a transaction. What is done already is read and passed over. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CustomerImportReading {
    private static final int LINES_A_STEP = 100;

    @Inject
    CustomerImportSteps steps;
    @Inject
    Suspecting suspecting;
    @Inject
    Matching matching;

    /** Somebody stopped it, or another node has it. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /**
     * One file is checked, or brought in.
     *
     * @param node that asks
     * @param away whether a failure is one of the database that goes away by itself: then it is thrown, and the file is gone on with later
     * @return whether there was one
     */
    public boolean next(String node, Predicate<RuntimeException> away) {
        Optional<Pass> pass = steps.begin(node);
        pass.ifPresent(begun -> new Reader(begun, away).read());
        return pass.isPresent();
    }

    private final class Reader {
        private final Pass pass;
        private final Predicate<RuntimeException> away;
        private final CustomerSheet sheet;
        private final AlikeLines above;
        private final List<CustomerLine> lines = new ArrayList<>();
        private final List<List<AlikeLines.Alike>> alike = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private int last;

        Reader(Pass pass, Predicate<RuntimeException> away) {
            this.pass = pass;
            this.away = away;
            this.sheet = new CustomerSheet(pass.source(), suspecting.today());
            this.above = pass.trial() ? new AlikeLines(matching.policy()) : null;
        }

        void read() {
            try {
                CsvTable.Outcome outcome = CsvTable.read(new Pieces(number -> steps.piece(pass.id(), number)), pass.encoding(), CustomerSheet.HEADING, CsvTable.MOST_LINES, this::line, this::wrong);
                give();
                steps.ended(pass, outcome.whole());
            } catch (Stopped over) {
                // whoever stopped it has said so in the file
            }
        }

        private void line(Row row) {
            CustomerLine line = sheet.line(row);
            if (line.number() > pass.lastLine()) {
                full(line.number());
                lines.add(line);
                alike.add(above == null ? List.of() : above.next(line));
            }
        }

        private void wrong(Wrong wrong) {
            if (wrong.line() > pass.lastLine()) {
                full(wrong.line());
                faults.add(Fault.of(wrong, (int) faults.stream().filter(other -> other.line() == wrong.line()).count()));
            }
        }

        /** Before a line that was not seen yet. */
        private void full(int line) {
            if (line > last) {
                if (lines.size() + faults.size() >= LINES_A_STEP) {
                    give();
                }
                last = line;
            }
        }

        private void give() {
            if (lines.isEmpty() && faults.isEmpty()) {
                return;
            }
            Batch batch = new Batch(List.copyOf(lines), List.copyOf(alike), List.copyOf(faults), last);
            lines.clear();
            alike.clear();
            faults.clear();
            try {
                go(CrossedLocks.retried(() -> steps.take(pass, batch)));
            } catch (EJBException | BusinessException failure) {
                if (away.test(failure)) {
                    throw failure;
                }
                batch.single().forEach(this::giveOne);
            }
        }

        /** One line kept others from being kept: each by itself. */
        private void giveOne(Batch single) {
            try {
                go(CrossedLocks.retried(() -> steps.take(pass, single)));
            } catch (EJBException | BusinessException failure) {
                if (away.test(failure)) {
                    throw failure;
                }
                go(steps.refuse(pass, single, failure instanceof BusinessException refused ? refused : new BusinessException("customer.import-failed")));
            }
        }

        private void go(boolean on) {
            if (!on) {
                throw new Stopped();
            }
        }
    }

    /** The file, of which one piece is held at a time. */
    private static final class Pieces extends InputStream {
        private final IntFunction<byte[]> piece;
        private InputStream current = InputStream.nullInputStream();
        private int next;

        Pieces(IntFunction<byte[]> piece) {
            this.piece = piece;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = current.read(into, from, length);
            while (count < 0) {
                byte[] content = piece.apply(next++);
                if (content == null) {
                    return -1;
                }
                current = new ByteArrayInputStream(content);
                count = current.read(into, from, length);
            }
            return count;
        }
    }
}
