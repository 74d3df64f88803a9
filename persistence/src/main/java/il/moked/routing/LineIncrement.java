// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.persistence.*;

/** What one event adds to the counts of a line. Written once, folded into the counts within seconds, then gone. */
@Entity
@Table(name = "line_increment")
public class LineIncrement {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "line_increment_seq")
    @SequenceGenerator(name = "line_increment_seq", sequenceName = "line_increment_seq")
    private Long id;
    @Embedded
    private LineKey key;
    @Embedded
    private LineSums sums;
    private long overdue;

    protected LineIncrement() {
    }

    /** @param overdue how many more wait beyond their targets after this than before */
    LineIncrement(LineKey key, LineSums sums, long overdue) {
        this.key = key;
        this.sums = sums;
        this.overdue = overdue;
    }

    Long id() {
        return id;
    }

    LineKey key() {
        return key;
    }

    LineSums sums() {
        return sums;
    }

    long overdue() {
        return overdue;
    }
}
