// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import jakarta.persistence.*;
import java.util.Optional;

/** Where card payments are taken. Its secrets are the operator's and stand in no table. */
@Entity
@Table(name = "payment_account")
public class PaymentAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_account_seq")
    @SequenceGenerator(name = "payment_account_seq", sequenceName = "payment_account_seq")
    private Long id;
    private String code;
    private String driver;
    @Column(name = "base_url")
    private String baseUrl;
    @Column(name = "return_url")
    private String returnUrl;
    private boolean enabled = true;
    @Version
    private int version;

    protected PaymentAccount() {
    }

    public PaymentAccount(String code, String driver) {
        this.code = code;
        this.driver = driver;
    }

    /** @param provider its address, null for the driver's usual one @param back page of ours the customer comes back to from the provider's */
    public PaymentAccount at(String provider, String back) {
        baseUrl = provider;
        returnUrl = back;
        return this;
    }

    public String code() {
        return code;
    }

    public String driver() {
        return driver;
    }

    public Optional<String> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    public String returnUrl() {
        return returnUrl;
    }

    public boolean enabled() {
        return enabled;
    }
}
