// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import jakarta.persistence.*;
import java.util.Optional;

/** A place a company is in. It is not deleted, it is no longer used: calls refer to it. */
@Entity
@Table(name = "company_site")
public class CompanySite {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_NUMBER = 40;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_site_seq")
    @SequenceGenerator(name = "company_site_seq", sequenceName = "company_site_seq")
    private Long id;
    @Column(name = "customer_id", updatable = false)
    private long customerId;
    private String name;
    private String address;
    @Column(name = "branch_id")
    private Long branchId;
    @Column(name = "external_number")
    private String externalNumber;
    private boolean active = true;
    @Version
    private int version;

    protected CompanySite() {
    }

    /** What is said of a site. @param branchId which branch serves it, or null @param externalNumber what the company calls it, or null */
    public record Facts(String name, String address, Long branchId, String externalNumber) {
        /** @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long} */
        public Facts {
            name = line("name", name, LONGEST_NAME);
            address = line("address", address, LONGEST_ADDRESS);
            externalNumber = externalNumber == null || externalNumber.isBlank() ? null : line("number", externalNumber, LONGEST_NUMBER);
        }

        private static String line(String field, String given, int longest) {
            if (given == null || given.isBlank()) {
                throw new BusinessException("shared.field-missing", field);
            }
            if (given.strip().length() > longest) {
                throw new BusinessException("shared.field-too-long", field, longest);
            }
            return ShownText.line(given.strip(), longest);
        }
    }

    public CompanySite(long customerId, Facts facts) {
        this.customerId = customerId;
        become(facts);
    }

    public void become(Facts facts) {
        name = facts.name();
        address = facts.address();
        branchId = facts.branchId();
        externalNumber = facts.externalNumber();
    }

    public void used(boolean still) {
        active = still;
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public Optional<Long> branchId() {
        return Optional.ofNullable(branchId);
    }

    public Optional<String> externalNumber() {
        return Optional.ofNullable(externalNumber);
    }

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }
}
