// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.CustomerReferences.Reference;
import il.moked.customer.CustomerReferences.Sole;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The merges of customers, and the moving of their rows there and back. Every table that refers to customers is moved, as
 * the database's catalogue names it; each row is noted. A row that the one who goes on has already - the same address,
 * the same fact - stays behind with the one who went, and is noted, too: nothing is thrown away.
 */
@ApplicationScoped
public class Merges {
    private static final String MOVED = "MOVED";
    private static final String STAYED = "STAYED";
    private static final String CHANGED = "CHANGED";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    CustomerReferences references;

    /** @param table as in the database @param rows that would go along */
    public record Moving(String table, long rows) {
    }

    public void add(CustomerMerge merge) {
        entities.persist(merge);
    }

    /** For undoing: whoever does the same waits. @throws NotFoundException {@code customer.unknown-merge} */
    public CustomerMerge getLocked(long id) {
        CustomerMerge merge = entities.find(CustomerMerge.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (merge == null) {
            throw new NotFoundException("customer.unknown-merge");
        }
        return merge;
    }

    /** A merge that stands and rests on this one's result: it has to be undone first. */
    public Optional<CustomerMerge> standingOn(CustomerMerge merge) {
        return entities.createQuery("select m from CustomerMerge m where m.undoneAt is null and m.id > :merge and (m.kept = :kept or m.gone = :kept) order by m.id desc", CustomerMerge.class)
                .setParameter("merge", merge.id()).setParameter("kept", merge.kept()).setMaxResults(1).getResultStream().findFirst();
    }

    /** Newest first. @param before id; only older ones */
    public Page<CustomerMerge> newest(long before, int size) {
        return Page.of(entities.createQuery("select m from CustomerMerge m join fetch m.kept join fetch m.gone where m.id < :before order by m.id desc", CustomerMerge.class)
                .setParameter("before", before).setMaxResults(size + 1).getResultList(), size);
    }

    /** Those that brought something to him and stand, newest first. */
    public List<CustomerMerge> into(long customerId, int most) {
        return entities.createQuery("select m from CustomerMerge m join fetch m.gone where m.kept.id = :customer and m.undoneAt is null order by m.id desc", CustomerMerge.class)
                .setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    /** Merges that stand and are so young that a row for the one who went may still be on its way. */
    public List<Long> since(Instant since, int most) {
        return entities.createQuery("select m.id from CustomerMerge m where m.undoneAt is null and m.mergedAt > :since and m.moved is not null order by m.id desc", Long.class)
                .setParameter("since", since).setMaxResults(most).getResultList();
    }

    /** What would go along with a customer, table by table; those with nothing are left out. */
    public List<Moving> moving(long customerId) {
        Map<String, Long> counted = new TreeMap<>();
        for (Reference reference : references.all()) {
            long rows = ((Number) entities.createNativeQuery("select count(*) from " + reference.table() + " where " + reference.column() + " = ?1").setParameter(1, customerId).getSingleResult()).longValue();
            if (rows > 0) {
                counted.merge(reference.table(), rows, Long::sum);
            }
        }
        return counted.entrySet().stream().map(each -> new Moving(each.getKey(), each.getValue())).toList();
    }

    /**
     * All rows of the one who went go to the one who goes on. May be done again for a merge that stands: what came for him
     * since follows. Nothing that was loaded before is up to date afterwards.
     *
     * @return how many
     */
    public int moveRows(CustomerMerge merge) {
        entities.flush();
        long id = merge.id();
        int moved = 0;
        for (Reference reference : references.all()) {
            moved += move(id, reference, merge.gone().id(), merge.kept().id());
        }
        if (moved > 0) {
            merge.moved(moved);
        }
        entities.flush();
        entities.clear();
        return moved;
    }

    private int move(long merge, Reference reference, long gone, long kept) {
        String table = reference.table();
        String column = reference.column();
        String conflicts = conflicts(reference);
        String note = "insert into customer_merge_row (merge_id, table_name, column_name, row_key, outcome) select " + merge + ", '" + table + "', '" + column + "', " + reference.keyOf("t") + ", ";
        String unnoted = " and not exists (select 1 from customer_merge_row n where n.merge_id = " + merge + " and n.table_name = '" + table + "' and n.column_name = '" + column + "' and n.row_key = " + reference.keyOf("t") + ")";
        // a row that was noted and is here again was put back by somebody who had read it before: it is moved again
        int noted = query(note + "'" + MOVED + "' from " + table + " t where t." + column + " = :gone and not (" + conflicts + ")" + unnoted, gone, kept).executeUpdate();
        String free = conflicts.equals("1 = 0") ? "" : " and not (" + conflicts + ")";
        query("update " + table + " t set " + column + " = :kept" + (reference.versioned() ? ", version = version + 1" : "") + " where t." + column + " = :gone and exists (select 1 from customer_merge_row n where n.merge_id = " + merge
                + " and n.table_name = '" + table + "' and n.column_name = '" + column + "' and n.outcome = '" + MOVED + "' and n.row_key = " + reference.keyOf("t") + ")" + free, gone, kept).executeUpdate();
        query(note + "'" + STAYED + "' from " + table + " t where t." + column + " = :gone" + unnoted, gone, kept).executeUpdate();
        return noted;
    }

    /** When a row of the one who goes cannot be the other's: he has it already, or it relates the two to each other. */
    private static String conflicts(Reference reference) {
        List<String> conflicts = new ArrayList<>();
        for (String other : reference.others()) {
            conflicts.add("t." + other + " = :kept");
        }
        if (reference.table().equals("customer")) {
            conflicts.add("t.id = :kept");
        }
        for (Sole sole : reference.soles()) {
            String rows = sole.condition() == null ? reference.table() : "(select * from " + reference.table() + " where " + sole.condition() + ")";
            String same = sole.columns().stream().map(each -> " and o." + each + " = t." + each).collect(Collectors.joining());
            String itself = sole.condition() == null ? "" : " and exists (select 1 from " + rows + " i where i." + reference.column() + " = t." + reference.column() + " and " + reference.keyOf("i") + " = " + reference.keyOf("t") + ")";
            conflicts.add("exists (select 1 from " + rows + " o where o." + reference.column() + " = :kept" + same + ")" + itself);
        }
        return conflicts.isEmpty() ? "1 = 0" : String.join(" or ", conflicts);
    }

    private Query query(String statement, long gone, long kept) {
        Query query = entities.createNativeQuery(statement);
        if (statement.contains(":gone")) {
            query.setParameter("gone", gone);
        }
        if (statement.contains(":kept")) {
            query.setParameter("kept", kept);
        }
        return query;
    }

    /** Everything that went along goes back, and what was changed on the way is as it was. Nothing that was loaded before is up to date afterwards. */
    public void moveBack(CustomerMerge merge) {
        entities.flush();
        long id = merge.id();
        changeBack(id);
        List<Reference> backwards = new ArrayList<>(references.all());
        Collections.reverse(backwards);
        for (Reference reference : backwards) {
            query("update " + reference.table() + " t set " + reference.column() + " = :gone" + (reference.versioned() ? ", version = version + 1" : "") + " where t." + reference.column() + " = :kept and exists (select 1 from customer_merge_row n where n.merge_id = "
                    + id + " and n.table_name = '" + reference.table() + "' and n.column_name = '" + reference.column() + "' and n.outcome = '" + MOVED + "' and n.row_key = " + reference.keyOf("t") + ")", merge.gone().id(), merge.kept().id()).executeUpdate();
        }
        entities.clear();
    }

    private void changeBack(long merge) {
        List<?> changed = entities.createNativeQuery("select distinct table_name, column_name from customer_merge_row where merge_id = ?1 and outcome = '" + CHANGED + "'").setParameter(1, merge).getResultList();
        for (Object row : changed) {
            String table = (String) ((Object[]) row)[0];
            String column = (String) ((Object[]) row)[1];
            Reference reference = references.of(table);
            String noted = " from customer_merge_row n where n.merge_id = " + merge + " and n.table_name = '" + table + "' and n.column_name = '" + column + "' and n.outcome = '" + CHANGED + "' and n.row_key = " + wholeKey(reference);
            entities.createNativeQuery("update " + table + " t set " + column + " = (select cast(n.value_before as " + reference.types().get(column) + ")" + noted + ") where exists (select 1" + noted
                    + " and coalesce(n.value_after, '') = coalesce(cast(t." + column + " as varchar), ''))").executeUpdate();
        }
    }

    private static String wholeKey(Reference reference) {
        return reference.keyOf("t");
    }

    /**
     * Something else of rows that went along has to change, and to be as it was when the merge is undone.
     *
     * @param table whose primary key does not hold the reference
     * @param value as the database writes it; null for none
     * @param which of the rows, an SQL condition on {@code t}; of our own making, never of what somebody wrote
     */
    public void change(long merge, String table, String column, String value, String which) {
        Reference reference = references.of(table);
        String type = reference.types().get(column);
        String where = " from " + table + " t where " + which + " and exists (select 1 from customer_merge_row n where n.merge_id = " + merge + " and n.table_name = '" + table + "' and n.column_name = '" + reference.column() + "' and n.outcome = '" + MOVED
                + "' and n.row_key = " + reference.keyOf("t") + ")";
        note(merge, reference, column, value, where);
        entities.createNativeQuery("update " + table + " t set " + column + " = cast(?1 as " + type + ") where exists (select 1 from customer_merge_row n where n.merge_id = " + merge + " and n.table_name = '" + table + "' and n.column_name = '" + column
                + "' and n.outcome = '" + CHANGED + "' and n.row_key = " + reference.keyOf("t") + ")").setParameter(1, value).executeUpdate();
    }

    private void note(long merge, Reference reference, String column, String value, String where) {
        entities.createNativeQuery("insert into customer_merge_row (merge_id, table_name, column_name, row_key, outcome, value_before, value_after) select " + merge + ", '" + reference.table() + "', '" + column + "', " + reference.keyOf("t") + ", '" + CHANGED
                + "', cast(t." + column + " as varchar), cast(?1 as varchar)" + where + " and not exists (select 1 from customer_merge_row x where x.merge_id = " + merge + " and x.table_name = '" + reference.table() + "' and x.column_name = '" + column
                + "' and x.row_key = " + reference.keyOf("t") + ")").setParameter(1, value).executeUpdate();
    }

    /** Of two addresses of a kind only the one of him who goes on is preferred; an address he had removed, and the other has, is his again. */
    public void reconcileContactPoints(CustomerMerge merge) {
        change(merge.id(), "contact_point", "preferred", "false", "t.preferred = true and exists (select 1 from contact_point o where o.customer_id = " + merge.kept().id() + " and o.kind = t.kind and o.preferred = true and o.id <> t.id"
                + " and not exists (select 1 from customer_merge_row m where m.merge_id = " + merge.id() + " and m.table_name = 'contact_point' and m.column_name = 'customer_id' and m.outcome = 'MOVED' and m.row_key = cast(o.id as varchar)))");
        Reference points = references.of("contact_point");
        String same = " t where t.customer_id = " + merge.kept().id() + " and exists (select 1 from contact_point o where o.customer_id = " + merge.gone().id() + " and o.kind = t.kind and o.address = t.address and o.removed_at is null";
        note(merge.id(), points, "verified", "true", " from contact_point" + same + " and o.verified = true and t.verified = false)");
        note(merge.id(), points, "removed_at", null, " from contact_point" + same + ") and t.removed_at is not null");
        for (String column : List.of("verified", "removed_at")) {
            entities.createNativeQuery("update contact_point t set " + column + " = (select cast(n.value_after as " + points.types().get(column) + ") from customer_merge_row n where n.merge_id = " + merge.id() + " and n.table_name = 'contact_point' and n.column_name = '" + column
                    + "' and n.row_key = cast(t.id as varchar)) where t.customer_id = " + merge.kept().id() + " and exists (select 1 from customer_merge_row n where n.merge_id = " + merge.id() + " and n.table_name = 'contact_point' and n.column_name = '" + column
                    + "' and n.outcome = '" + CHANGED + "' and n.row_key = cast(t.id as varchar))").executeUpdate();
        }
        entities.clear();
    }
}
