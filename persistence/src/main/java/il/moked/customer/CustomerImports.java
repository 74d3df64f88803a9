// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.CustomerImport.State;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of customers: themselves, what is wrong in them, and who in them may be known already. */
@ApplicationScoped
public class CustomerImports {
    private static final String BETWEEN = "\u001F";
    private static final int LONGEST_ARGUMENTS = 1000;
    private static final String CURRENT = " and c.joinedInto is null and c.kind <> il.moked.customer.Customer$Kind.GUEST";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Something that is wrong. @param place among what is wrong in the line, from 0 @param column null when it is the line */
    public record Fault(int line, int place, String column, String code, List<String> arguments) {
        public static Fault of(CsvTable.Wrong wrong, int place) {
            return new Fault(wrong.line(), place, wrong.column(), wrong.why().code(), wrong.why().arguments().stream().map(String::valueOf).toList());
        }

        /** Its text is looked up by this. */
        public BusinessException why() {
            return new BusinessException(code, arguments.toArray());
        }
    }

    /**
     * A line of a new customer who may be known.
     *
     * @param place among those like him, from 0, the likeliest first
     * @param name as the line tells it
     * @param customerId who is known, or null
     * @param knownAs his name, or null
     * @param otherLine the earlier line, or null
     */
    public record AlikeLine(int line, int place, String name, Long customerId, String knownAs, Integer otherLine, boolean certain, List<Evidence> evidence) {
        public static AlikeLine ofCustomer(CustomerLine line, int place, Matching.Alike alike) {
            return new AlikeLine(line.number(), place, line.particulars().displayName(), alike.customerId(), null, null, certain(alike.likeness()), alike.likeness().evidence());
        }

        public static AlikeLine ofLine(CustomerLine line, int place, AlikeLines.Alike alike) {
            return new AlikeLine(line.number(), place, line.particulars().displayName(), null, null, alike.line(), certain(alike.likeness()), alike.likeness().evidence());
        }

        private static boolean certain(Likeness likeness) {
            return likeness.verdict() == Likeness.Verdict.CERTAIN;
        }
    }

    /** Where a list goes on. */
    public record Place(int line, int place) {
        public static final Place FIRST = new Place(0, 0);
    }

    public void add(CustomerImport file) {
        entities.persist(file);
        entities.flush();
    }

    public void addPiece(long id, int number, byte[] content) {
        entities.createNativeQuery("insert into customer_import_piece (import_id, number, content) values (?1, ?2, ?3)").setParameter(1, id).setParameter(2, number).setParameter(3, content).executeUpdate();
    }

    /** @param number from 0 @return null behind the last */
    public byte[] piece(long id, int number) {
        List<?> found = entities.createNativeQuery("select content from customer_import_piece where import_id = ?1 and number = ?2", byte[].class).setParameter(1, id).setParameter(2, number).getResultList();
        return found.isEmpty() ? null : (byte[]) found.get(0);
    }

    public void dropPieces(long id) {
        entities.createNativeQuery("delete from customer_import_piece where import_id = ?1").setParameter(1, id).executeUpdate();
    }

    /** @throws NotFoundException {@code customer.unknown-import} */
    public CustomerImport get(long id) {
        CustomerImport file = entities.find(CustomerImport.class, id);
        if (file == null) {
            throw new NotFoundException("customer.unknown-import");
        }
        return file;
    }

    public CustomerImport getLocked(long id) {
        CustomerImport file = get(id);
        entities.refresh(file, LockModeType.PESSIMISTIC_WRITE);
        return file;
    }

    /** Newest first. */
    public List<CustomerImport> latest(int most) {
        return entities.createQuery("select f from CustomerImport f order by f.id desc", CustomerImport.class).setMaxResults(most).getResultList();
    }

    /** Ids of those that wait to be read, or that a node reads, in their order. */
    public List<Long> toRead() {
        return entities.createQuery("select f.id from CustomerImport f where f.state in :states order by f.id", Long.class).setParameter("states", List.of(State.WAITING, State.CHECKING, State.APPROVED, State.IMPORTING)).getResultList();
    }

    /** Those nobody decided on since. */
    public List<Long> undecidedSince(Instant since) {
        return entities.createQuery("select f.id from CustomerImport f where f.state = :checked and f.askedAt < :since", Long.class).setParameter("checked", State.CHECKED).setParameter("since", since).getResultList();
    }

    public void keepFaults(long id, List<Fault> faults) {
        faults.forEach(fault -> {
            String joined = String.join(BETWEEN, fault.arguments());
            entities.createNativeQuery("delete from customer_import_fault where import_id = ?1 and line = ?2 and place = ?3").setParameter(1, id).setParameter(2, fault.line()).setParameter(3, fault.place()).executeUpdate();
            entities.createNativeQuery("insert into customer_import_fault (import_id, line, place, sheet_column, code, arguments) values (?1, ?2, ?3, ?4, ?5, ?6)").setParameter(1, id).setParameter(2, fault.line()).setParameter(3, fault.place())
                    .setParameter(4, fault.column()).setParameter(5, fault.code()).setParameter(6, joined.substring(0, Math.min(joined.length(), LONGEST_ARGUMENTS))).executeUpdate();
        });
    }

    /** In the order of the lines. @param after where the page before ended */
    public List<Fault> faults(long id, Place after, int most) {
        List<?> rows = entities.createNativeQuery("select line, place, sheet_column, code, arguments from customer_import_fault where import_id = ?1 and (line > ?2 or line = ?2 and place > ?3) order by line, place")
                .setParameter(1, id).setParameter(2, after.line()).setParameter(3, after.place()).setMaxResults(most).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Fault(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), (String) row[2], (String) row[3], arguments((String) row[4]))).toList();
    }

    private static List<String> arguments(String written) {
        return written == null || written.isEmpty() ? List.of() : List.of(written.split(BETWEEN, -1));
    }

    public void keepAlike(long id, List<AlikeLine> lines) {
        lines.forEach(one -> entities.createNativeQuery("insert into customer_import_alike (import_id, line, place, name, customer_id, other_line, certain, evidence) values (?1, ?2, ?3, ?4, cast(?5 as bigint), cast(?6 as integer), ?7, ?8)")
                .setParameter(1, id).setParameter(2, one.line()).setParameter(3, one.place()).setParameter(4, one.name()).setParameter(5, one.customerId()).setParameter(6, one.otherLine()).setParameter(7, one.certain())
                .setParameter(8, EvidenceText.write(one.evidence())).executeUpdate());
    }

    /** In the order of the lines. @param after where the page before ended */
    public List<AlikeLine> alike(long id, Place after, int most) {
        List<?> rows = entities.createNativeQuery("""
                select a.line, a.place, a.name, a.customer_id, c.display_name, a.other_line, a.certain, a.evidence from customer_import_alike a left join customer c on c.id = a.customer_id
                where a.import_id = ?1 and (a.line > ?2 or a.line = ?2 and a.place > ?3) order by a.line, a.place""")
                .setParameter(1, id).setParameter(2, after.line()).setParameter(3, after.place()).setMaxResults(most).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new AlikeLine(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), (String) row[2], row[3] == null ? null : ((Number) row[3]).longValue(), (String) row[4],
                row[5] == null ? null : ((Number) row[5]).intValue(), (Boolean) row[6], EvidenceText.read((String) row[7]))).toList();
    }

    /** What the check found. */
    public void dropFindings(long id) {
        entities.createNativeQuery("delete from customer_import_fault where import_id = ?1").setParameter(1, id).executeUpdate();
        entities.createNativeQuery("delete from customer_import_alike where import_id = ?1").setParameter(1, id).executeUpdate();
    }

    /** Files that ended before and of which findings are still kept. */
    public List<Long> findingsBefore(Instant ended, int most) {
        List<?> rows = entities.createNativeQuery("""
                select f.id from customer_import f where f.ended_at < ?1 and (exists (select 1 from customer_import_fault w where w.import_id = f.id) or exists (select 1 from customer_import_alike a where a.import_id = f.id))""")
                .setParameter(1, ended).setMaxResults(most).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Whoever was registered from a line of this content. @return by key, also those merged into others since */
    public Map<String, Long> ofRows(Collection<String> keys) {
        Map<String, Long> known = new HashMap<>();
        if (!keys.isEmpty()) {
            entities.createNativeQuery("select row_key, customer_id from customer_import_row where row_key in (:keys)").setParameter("keys", keys).getResultList()
                    .forEach(row -> known.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue()));
        }
        return known;
    }

    public void keepRow(String key, long customerId) {
        entities.createNativeQuery("insert into customer_import_row (row_key, customer_id) values (?1, ?2)").setParameter(1, key).setParameter(2, customerId).executeUpdate();
    }

    /** Known customers by these passports and registrations. A number that several have names none of them. */
    public Map<Identifier.Value, Long> ofDocuments(Collection<Identifier.Value> documents) {
        Map<Identifier.Value, Long> known = new HashMap<>();
        if (!documents.isEmpty()) {
            List<Identifier.Value> unsure = new ArrayList<>();
            entities.createQuery("select i, c.id from Identifier i join i.customer c where i.number in :numbers" + CURRENT, Object[].class).setParameter("numbers", documents.stream().map(Identifier.Value::number).toList()).getResultList().forEach(row -> {
                Identifier.Value value = ((Identifier) row[0]).value();
                if (known.put(value, (Long) row[1]) != null) {
                    unsure.add(value);
                }
            });
            unsure.forEach(known::remove);
        }
        return known;
    }
}
