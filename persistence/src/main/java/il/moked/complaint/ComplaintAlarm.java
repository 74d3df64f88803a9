// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;

/** A week that brought more complaints of a group than chance explains. Told once for each rule. */
@Entity
@Table(name = "complaint_alarm")
public class ComplaintAlarm {
    /** In place of a component: all of the product. */
    static final String ALL = "*";

    @Id
    private Long id;
    private String sku;
    private String component;
    @Column(name = "week_of")
    private LocalDate weekOf;
    @Enumerated(EnumType.STRING)
    private ControlChart.Rule rule;
    private int complaints;
    private double mean;
    @Column(name = "upper_limit")
    private double upperLimit;
    @Column(name = "raised_at")
    private Instant raisedAt;

    protected ComplaintAlarm() {
    }

    public Long id() {
        return id;
    }

    public ComplaintGroup group() {
        return new ComplaintGroup(sku, component.equals(ALL) ? null : component, null);
    }

    /** Its first day, a Sunday. */
    public LocalDate weekOf() {
        return weekOf;
    }

    public ControlChart.Rule rule() {
        return rule;
    }

    public int complaints() {
        return complaints;
    }

    public double mean() {
        return mean;
    }

    public double upperLimit() {
        return upperLimit;
    }

    public Instant raisedAt() {
        return raisedAt;
    }
}
