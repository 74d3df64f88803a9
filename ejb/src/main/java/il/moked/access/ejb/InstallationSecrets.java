// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys this installation makes for itself: 256 random bits, made once, kept in the database, the same on every node. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class InstallationSecrets {
    private static final int BYTES = 32;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Signs the thread tokens in the Message-IDs of outgoing mail. In its own transaction: a caller that rolls back must not take a key with it that was used already. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public byte[] threadKey() {
        return secret("thread");
    }

    /** Signs the tokens of the public forms. */
    public byte[] portalKey() {
        return secret("portal");
    }

    /** Of it the key is made that push services know this installation by. In its own transaction, as {@link #threadKey}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public byte[] pushKey() {
        return secret("push");
    }

    private byte[] secret(String name) {
        byte[] cached = known.get(name);
        if (cached != null) {
            return cached;
        }
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        entities.createNativeQuery("insert into installation_secret (name, secret) values (?1, ?2) on conflict do nothing")
                .setParameter(1, name).setParameter(2, Base64.getEncoder().encodeToString(fresh)).executeUpdate();
        List<?> stored = entities.createNativeQuery("select secret from installation_secret where name = ?1").setParameter(1, name).getResultList();
        byte[] secret = Base64.getDecoder().decode((String) stored.get(0));
        known.put(name, secret);
        return secret;
    }
}
