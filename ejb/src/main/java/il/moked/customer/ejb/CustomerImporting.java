// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.CustomerImport;
import il.moked.customer.CustomerImport.OfAlike;
import il.moked.customer.CustomerImport.State;
import il.moked.customer.CustomerImport.Tally;
import il.moked.customer.CustomerImports;
import il.moked.customer.CustomerSheet;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.EncodingGuess;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Files of customers: handed in, looked at and decided on here; read in the background by {@link CustomerImportReading}. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.INTEGRATION})
public class CustomerImporting {
    private static final int PIECE = 256 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 20;
    private static final int MOST_A_PAGE = 1000;

    @Inject
    CustomerImports imports;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * How far a file is, and what would become of it or became.
     *
     * @param percent of what runs, 100 when nothing does
     * @param secondsLeft until the end of it at the pace so far; null before anything can be said
     * @param whole whether it could be read to its end
     * @param alike what was decided about lines that may be known already; null before
     */
    public record Progress(long id, String source, String fileName, String encoding, State state, int percent, Long secondsLeft, boolean whole, Tally checked, Tally done, OfAlike alike, String askedBy, Instant askedAt, Instant endedAt) {
        static Progress of(CustomerImport file, Instant now) {
            Tally tally = file.state() == State.IMPORTING ? file.done() : file.checked();
            int percent = file.running() ? Math.min(99, 100 * tally.lines() / file.linesKnown()) : file.state() == State.WAITING || file.state() == State.APPROVED ? 0 : 100;
            Long left = file.begunAt().filter(begun -> file.running() && percent >= 2).map(begun -> Duration.between(begun, now).toSeconds() * (100 - percent) / percent).orElse(null);
            return new Progress(file.id(), file.source(), file.fileName(), file.encoding().name(), file.state(), percent, left, file.whole(), file.checked(), file.done(), file.ofAlike().orElse(null), file.askedBy(), file.askedAt(), file.endedAt().orElse(null));
        }

        /** Whether it goes on by itself. */
        public boolean running() {
            return state == State.WAITING || state == State.CHECKING || state == State.APPROVED || state == State.IMPORTING;
        }

        /** Whether a person has to say what is to be done. */
        public boolean undecided() {
            return state == State.CHECKED;
        }

        public boolean brought() {
            return state == State.IMPORTING || state == State.DONE || state == State.STOPPED;
        }
    }

    /**
     * Hands a file in. It is checked soon, whoever leaves; nothing of it is kept before somebody decides.
     *
     * @param source name of the system it comes from; with the reference of a line it is the key
     * @param file UTF-8, or Windows-1255; read here to its end
     * @throws BusinessException {@code customer.import-source}, {@code shared.csv-too-large}, {@code shared.required}
     */
    public long handIn(String source, String fileName, InputStream file) {
        if (!CustomerSheet.isSource(source)) {
            throw new BusinessException("customer.import-source");
        }
        String name = fileName == null || fileName.isBlank() ? source : ShownText.line(ShownText.storable(fileName), LONGEST_NAME);
        CustomerImport handed = new CustomerImport(source, name, currentUser.name(), clock.instant());
        imports.add(handed);
        take(handed, file);
        events.tell(new CustomerImportActed(handed.id(), "customer.import-handed-in", source));
        return handed.id();
    }

    /** Piece by piece: nobody holds all of it. */
    private void take(CustomerImport handed, InputStream file) {
        EncodingGuess guess = new EncodingGuess();
        long taken = 0;
        int lineEnds = 0;
        try {
            byte[] piece = file.readNBytes(PIECE);
            for (int number = 0; piece.length > 0; number++, piece = file.readNBytes(PIECE)) {
                taken += piece.length;
                if (taken > CsvTable.LARGEST) {
                    throw new BusinessException("shared.csv-too-large", CsvTable.LARGEST / 1024 / 1024);
                }
                guess.see(piece, piece.length);
                lineEnds += CsvTable.lineEnds(piece);
                imports.addPiece(handed.id(), number, piece);
            }
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
        if (taken == 0) {
            throw new BusinessException("shared.required");
        }
        handed.handedIn(guess.done(), lineEnds);
    }

    public Progress of(long id) {
        return Progress.of(imports.get(id), clock.instant());
    }

    /** The last ones, newest first. */
    public List<Progress> latest() {
        return imports.latest(SHOWN).stream().map(file -> Progress.of(file, clock.instant())).toList();
    }

    /** What is wrong, line by line. @throws NotFoundException {@code customer.unknown-import} */
    public Page<CustomerImports.Fault> faults(long id, CustomerImports.Place after, int size) {
        imports.get(id);
        int most = Math.max(1, Math.min(size, MOST_A_PAGE));
        return Page.of(imports.faults(id, after, most + 1), most);
    }

    /** New customers who may be known already, or stand in an earlier line. @throws NotFoundException {@code customer.unknown-import} */
    public Page<CustomerImports.AlikeLine> alike(long id, CustomerImports.Place after, int size) {
        imports.get(id);
        int most = Math.max(1, Math.min(size, MOST_A_PAGE));
        return Page.of(imports.alike(id, after, most + 1), most);
    }

    /**
     * It is to be brought in.
     *
     * @param goodLines whether lines that are wrong are left out; else there may be none
     * @throws BusinessException {@code customer.import-decided} when it is not to be decided on; {@code customer.import-wrong} when there are wrong lines
     */
    public void bringIn(long id, boolean goodLines, OfAlike alike) {
        if (alike == null) {
            throw new BusinessException("shared.required");
        }
        CustomerImport file = imports.getLocked(id);
        file.approve(goodLines, alike, currentUser.name(), clock.instant());
        events.tell(new CustomerImportActed(id, "customer.import-approved", (goodLines ? "good lines, " : "all lines, ") + alike));
    }

    /** Nothing of it is wanted, or nothing more; what was brought in stays. @throws BusinessException {@code customer.import-decided} when it is over already */
    public void stop(long id) {
        CustomerImport file = imports.getLocked(id);
        file.stop(currentUser.name(), clock.instant());
        imports.dropPieces(id);
        events.tell(new CustomerImportActed(id, file.state() == State.STOPPED ? "customer.import-stopped" : "customer.import-dropped", Integer.toString(file.done().lines())));
    }
}
