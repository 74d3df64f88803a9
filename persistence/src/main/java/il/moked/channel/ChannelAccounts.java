// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The organisation's own addresses. */
@ApplicationScoped
public class ChannelAccounts {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public ChannelAccount get(long id) {
        ChannelAccount account = entities.find(ChannelAccount.class, id);
        if (account == null) {
            throw new NotFoundException("channel.unknown-account");
        }
        return account;
    }

    public ChannelAccount get(String code) {
        return entities.createQuery("select a from ChannelAccount a where a.code = :code", ChannelAccount.class)
                .setParameter("code", code).getResultStream().findFirst()
                .orElseThrow(() -> new NotFoundException("channel.unknown-account"));
    }

    public List<ChannelAccount> enabled(Channel channel) {
        return entities.createQuery("select a from ChannelAccount a where a.channel = :channel and a.enabled = true order by a.code", ChannelAccount.class)
                .setParameter("channel", channel).getResultList();
    }

    public void add(ChannelAccount account) {
        entities.persist(account);
    }
}
