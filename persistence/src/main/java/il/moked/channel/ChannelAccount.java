// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.NotFoundException;
import jakarta.persistence.*;
import java.util.Map;
import java.util.Optional;

/** One address of the organisation on one channel: a mailbox, a form, a chat box. Says which queue answers and in which language. */
@Entity
@Table(name = "channel_account")
public class ChannelAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "channel_account_seq")
    @SequenceGenerator(name = "channel_account_seq", sequenceName = "channel_account_seq")
    private Long id;
    private String code;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private String address;
    private String language;
    @Column(name = "queue_id")
    private long queueId;
    private boolean acknowledges;
    private boolean enabled = true;
    /** What the channel's driver must know of it; secrets are configuration, never here. */
    @Convert(converter = Settings.class)
    private Map<String, String> settings = Map.of();
    @Embedded
    private Mailbox mailbox;
    /** Business calendar, or null: the queue's. */
    @Column(name = "calendar_code")
    private String calendarCode;
    @Version
    private int version;

    protected ChannelAccount() {
    }

    public ChannelAccount(String code, Channel channel, String hebrewName, String englishName, String address, String language, long queueId) {
        this.code = code;
        this.channel = channel;
        this.hebrewName = hebrewName;
        this.englishName = englishName;
        this.address = address;
        this.language = language;
        this.queueId = queueId;
    }

    public ChannelAccount readFrom(Mailbox from) {
        mailbox = from;
        return this;
    }

    public ChannelAccount with(Map<String, String> driverSettings) {
        settings = Map.copyOf(driverSettings);
        return this;
    }

    public ChannelAccount acknowledging() {
        acknowledges = true;
        return this;
    }

    public void rename(String hebrew, String english) {
        hebrewName = hebrew;
        englishName = english;
    }

    /** @param ownAddress as customers see it, null for none */
    public void reachedAt(String ownAddress, String inLanguage) {
        address = ownAddress;
        language = inLanguage;
    }

    public void answeredBy(long queue) {
        queueId = queue;
    }

    /** @param calendar code, null for the queue's */
    public void openBy(String calendar) {
        calendarCode = calendar;
    }

    public void acknowledge(boolean does) {
        acknowledges = does;
    }

    /** A closed account takes and sends nothing more; what came before is dealt with. */
    public void enable(boolean open) {
        enabled = open;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Channel channel() {
        return channel;
    }

    public String name(String inLanguage) {
        return "he".equals(inLanguage) ? hebrewName : englishName;
    }

    public String address() {
        return address;
    }

    public String language() {
        return language;
    }

    public long queueId() {
        return queueId;
    }

    public boolean acknowledges() {
        return acknowledges;
    }

    public boolean enabled() {
        return enabled;
    }

    public Optional<String> calendar() {
        return Optional.ofNullable(calendarCode);
    }

    public int version() {
        return version;
    }

    public Map<String, String> settings() {
        return settings;
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether whoever waits there is told his place and what wait is expected; the setting {@code tell.wait=no} says no. */
    public boolean tellsWait() {
        return setting("tell.wait").filter("no"::equals).isEmpty();
    }

    public Mailbox mailbox() {
        return findMailbox().orElseThrow(() -> new NotFoundException("channel.no-mailbox", code));
    }

    /** Where it is read; empty when it only sends. */
    public Optional<Mailbox> findMailbox() {
        return Optional.ofNullable(mailbox).filter(from -> from.host() != null && from.user() != null);
    }
}
