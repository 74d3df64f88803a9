// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.persistence.*;
import java.time.Instant;

/** Where a device is told that there is news: a push service's address for it and the keys that only the device can read with (RFC 8291). */
@Entity
@Table(name = "app_subscription")
public class AppSubscription {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_subscription_seq")
    @SequenceGenerator(name = "app_subscription_seq", sequenceName = "app_subscription_seq")
    private Long id;
    @Column(name = "session_id")
    private long sessionId;
    private String endpoint;
    @Column(name = "endpoint_hash")
    private String endpointHash;
    private String p256dh;
    private String auth;
    @Column(name = "created_at")
    private Instant createdAt;

    protected AppSubscription() {
    }

    /** @param p256dh public key of the device @param auth its secret, both in base64url */
    public AppSubscription(long sessionId, String endpoint, String endpointHash, String p256dh, String auth, Instant now) {
        this.sessionId = sessionId;
        this.endpoint = endpoint;
        this.endpointHash = endpointHash;
        this.p256dh = p256dh;
        this.auth = auth;
        this.createdAt = now;
    }

    /** The same device again, in a new session or with new keys. */
    public void renewed(long session, String newP256dh, String newAuth) {
        sessionId = session;
        p256dh = newP256dh;
        auth = newAuth;
    }

    public Long id() {
        return id;
    }

    public String endpoint() {
        return endpoint;
    }

    public String p256dh() {
        return p256dh;
    }

    public String auth() {
        return auth;
    }
}
