// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.floor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The one row of the bare floor. */
@Entity
@Table(schema = "bench", name = "bench_floor")
public class FloorRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bench_floor_seq")
    @SequenceGenerator(name = "bench_floor_seq", sequenceName = "bench_floor_seq", schema = "bench")
    private Long id;
    private String sender;
    private String text;

    protected FloorRow() {
    }

    FloorRow(String sender, String text) {
        this.sender = sender;
        this.text = text;
    }

    Long id() {
        return id;
    }
}
