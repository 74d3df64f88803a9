// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.NotFoundException;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The organisation's own addresses. Looking at one is part of every contact, so each node remembers them for a few seconds. */
@ApplicationScoped
public class ChannelAccounts {
    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final Remembered<Long, ChannelAccount> byId = new Remembered<>(MEMORY);
    private final Remembered<String, ChannelAccount> byCode = new Remembered<>(MEMORY);

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** For looking at, not for changing. */
    public ChannelAccount get(long id) {
        return known(byId.get(id, wanted -> toLookAt(entities.find(ChannelAccount.class, wanted))));
    }

    /** For looking at, not for changing. */
    public ChannelAccount get(String code) {
        return known(byCode.get(code, wanted -> entities.createQuery("select a from ChannelAccount a where a.code = :code", ChannelAccount.class)
                .setParameter("code", wanted).getResultStream().findFirst().map(this::toLookAt).orElse(null)));
    }

    /** Apart from the transaction that read it: others will look at it after that has ended. */
    private ChannelAccount toLookAt(ChannelAccount account) {
        if (account != null) {
            entities.detach(account);
        }
        return account;
    }

    private static ChannelAccount known(ChannelAccount account) {
        if (account == null) {
            throw new NotFoundException("channel.unknown-account");
        }
        return account;
    }

    /** By which what Moked says by itself leaves where nothing else is said: the first of the open ones by code. */
    public Optional<ChannelAccount> usual(Channel channel) {
        return enabled(channel).stream().findFirst();
    }

    /** For changing, too. */
    public List<ChannelAccount> enabled(Channel channel) {
        return entities.createQuery("select a from ChannelAccount a where a.channel = :channel and a.enabled = true order by a.code", ChannelAccount.class)
                .setParameter("channel", channel).getResultList();
    }

    /** All of them, for changing, too. */
    public List<ChannelAccount> all() {
        return entities.createQuery("select a from ChannelAccount a order by a.channel, a.code", ChannelAccount.class).getResultList();
    }

    /** For changing. */
    public ChannelAccount toChange(long id) {
        return known(entities.find(ChannelAccount.class, id));
    }

    public boolean taken(String code) {
        return !entities.createQuery("select a.id from ChannelAccount a where a.code = :code", Long.class).setParameter("code", code).getResultList().isEmpty();
    }

    /** Channels by which customers can come now. */
    public List<Channel> open() {
        return entities.createQuery("select distinct a.channel from ChannelAccount a where a.enabled = true", Channel.class).getResultList();
    }

    public void add(ChannelAccount account) {
        entities.persist(account);
    }

    /** So that a conflict is told at once. */
    public void flush() {
        entities.flush();
    }
}
