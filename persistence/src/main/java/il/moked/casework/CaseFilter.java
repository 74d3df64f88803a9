// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;

/** A list of cases that somebody wants to see again. */
@Entity
@Table(name = "case_filter")
public class CaseFilter {
    public static final int LONGEST_NAME = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_filter_seq")
    @SequenceGenerator(name = "case_filter_seq", sequenceName = "case_filter_seq")
    private Long id;
    @Column(name = "user_id", updatable = false)
    private long userId;
    private String name;
    @Embedded
    private CaseQuery query;

    protected CaseFilter() {
    }

    public CaseFilter(long userId, String name, CaseQuery query) {
        this.userId = userId;
        this.name = name;
        this.query = query;
    }

    public void asks(CaseQuery other) {
        query = other;
    }

    public Long id() {
        return id;
    }

    public long userId() {
        return userId;
    }

    public String name() {
        return name;
    }

    public CaseQuery query() {
        return query;
    }
}
