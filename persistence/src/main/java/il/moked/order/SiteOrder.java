// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** What whoever bought on the site said of his order: who he says he is, how it gets to him. With its code, which only he was given, he sees how it stands. Never changed. */
@Entity
@Table(name = "site_order")
public class SiteOrder {
    public enum Manner { SENT, FETCHED }

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_ADDRESS = 300;

    @Id
    @Column(name = "order_id")
    private long orderId;
    private String code;
    @Column(name = "client_key")
    private String clientKey;
    @Enumerated(EnumType.STRING)
    private Manner manner;
    @Column(name = "buyer_name")
    private String name;
    private String email;
    private String phone;
    private String address;
    private String location;
    @Column(name = "placed_at")
    private Instant placedAt;

    protected SiteOrder() {
    }

    /** @param email or null @param phone or null @param address where it is sent to, or null @param location where it is fetched from, or null */
    public record Said(String name, String email, String phone, Manner manner, String address, String location) {
        public Said {
            need("name", name, LONGEST_NAME);
            if (manner == null) {
                throw new BusinessException("shared.field-missing", "manner");
            }
            address = manner == Manner.SENT ? need("address", address, LONGEST_ADDRESS) : null;
            location = manner == Manner.FETCHED ? need("location", location, 40) : null;
        }

        private static String need(String field, String value, int longest) {
            if (value == null || value.isBlank()) {
                throw new BusinessException("shared.field-missing", field);
            }
            if (value.strip().length() > longest) {
                throw new BusinessException("shared.field-too-long", field, longest);
            }
            return value.strip();
        }
    }

    public SiteOrder(SaleOrder of, String clientKey, Said said, Instant now) {
        this.orderId = of.id();
        this.code = Reference.next();
        this.clientKey = clientKey;
        this.manner = said.manner();
        this.name = said.name();
        this.email = said.email();
        this.phone = said.phone();
        this.address = said.address();
        this.location = said.location();
        this.placedAt = now;
    }

    /** In a time that tells nothing of how much of it is right. */
    public boolean opensWith(String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII), Reference.normal(typed == null ? "" : typed).getBytes(StandardCharsets.UTF_8));
    }

    public long orderId() {
        return orderId;
    }

    public String code() {
        return code;
    }

    public Manner manner() {
        return manner;
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    public Instant placedAt() {
        return placedAt;
    }
}
