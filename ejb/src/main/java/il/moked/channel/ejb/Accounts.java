// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.access.SetUpVersions;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.Snapshot;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Mailbox;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The organisation's own addresses on every channel. A change is in force everywhere within some seconds. Secrets are configuration: nobody sees them here, only whether they are there. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Accounts {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|key|credential).*");
    /** Kind of the thing in the audit and among the versions. */
    public static final String SUBJECT = "channel-account";
    /** Channels whose messages lie in a mailbox. */
    private static final Set<Channel> READ = Set.of(Channel.EMAIL, Channel.FAX);
    /** Channels whose answers leave as mails, a fax through its gateway: the account's address is what they come from. */
    private static final Set<Channel> WRITE_MAILS = Set.of(Channel.EMAIL, Channel.FORM, Channel.FAX);
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SETTINGS = 4000;
    private static final int HIGHEST_PORT = 65_535;

    @Inject
    ChannelAccounts accounts;
    @Inject
    ProviderWatch providers;
    @Inject
    ConfiguredSecrets secrets;
    @Inject
    SetUpVersions versions;
    @Inject
    @Any
    Instance<DriverSettings> drivers;
    @Inject
    DomainEvents events;

    /**
     * All of an account that may be seen and changed. The code and the channel are chosen once.
     *
     * @param calendar code, null for the queue's
     * @param settings what the channel's driver must know
     * @param mailbox where it is read, null when it only sends; e-mail and fax only
     */
    public record Details(String code, Channel channel, String hebrewName, String englishName, String address, String language, long queueId, String calendar, boolean acknowledges, boolean enabled,
            Map<String, String> settings, Mailbox mailbox) {
        static Details of(ChannelAccount account) {
            return new Details(account.code(), account.channel(), account.name("he"), account.name("en"), account.address(), account.language(), account.queueId(), account.calendar().orElse(null), account.acknowledges(),
                    account.enabled(), new TreeMap<>(account.settings()), account.findMailbox().orElse(null));
        }
    }

    /** @param version to be named with a change @param secrets names of those that are configured, never their values */
    public record Known(long id, int version, Details details, List<String> secrets) {
    }

    public List<Known> list() {
        return accounts.all().stream().map(this::known).toList();
    }

    public Known get(long id) {
        return known(accounts.toChange(id));
    }

    private Known known(ChannelAccount account) {
        return new Known(account.id(), account.version(), Details.of(account), secrets.of(account.code()));
    }

    public long create(Details wanted) {
        if (wanted.code() == null || !CODE.matcher(wanted.code()).matches()) {
            throw new BusinessException("shared.code", "code");
        }
        if (accounts.taken(wanted.code())) {
            throw new BusinessException("shared.code-taken", "code", wanted.code());
        }
        if (wanted.channel() == null) {
            throw new BusinessException("shared.field-missing", "channel");
        }
        check(wanted.channel(), wanted);
        ChannelAccount account = new ChannelAccount(wanted.code(), wanted.channel(), wanted.hebrewName().strip(), wanted.englishName().strip(), wanted.address(), wanted.language(), wanted.queueId());
        fill(account, wanted);
        accounts.add(account);
        accounts.flush();
        events.tell(new Administered("channel.account-created", SUBJECT, account.id(), wanted.code() + ", " + wanted.channel(), Snapshot.of(Details.of(account))));
        return account.id();
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer one */
    public void change(long id, int seen, Details wanted) {
        ChannelAccount account = seen(id, seen);
        check(account.channel(), wanted);
        Details before = Details.of(account);
        account.rename(wanted.hebrewName().strip(), wanted.englishName().strip());
        account.reachedAt(wanted.address(), wanted.language());
        account.answeredBy(wanted.queueId());
        fill(account, wanted);
        accounts.flush();
        providers.seenAnew(id);
        events.tell(new Administered("channel.account-changed", SUBJECT, id, account.code() + ": " + differences(before, Details.of(account)), Snapshot.of(Details.of(account))));
    }

    /**
     * Makes it what it was in an older version; that is a new version.
     *
     * @param seen the version the change is based on
     */
    public void restore(long id, int seen, int number) {
        change(id, seen, Snapshot.read(versions.content(SUBJECT, id, number), Details.class));
    }

    public void enable(long id, int seen, boolean open) {
        ChannelAccount account = seen(id, seen);
        account.enable(open);
        accounts.flush();
        providers.seenAnew(id);
        events.tell(new Administered(open ? "channel.account-opened" : "channel.account-closed", SUBJECT, id, account.code(), Snapshot.of(Details.of(account))));
    }

    private ChannelAccount seen(long id, int version) {
        ChannelAccount account = accounts.toChange(id);
        if (account.version() != version) {
            throw new BusinessException("shared.conflict");
        }
        return account;
    }

    private void check(Channel channel, Details wanted) {
        checkDetails(channel, wanted);
        drivers.stream().filter(driver -> driver.channels().contains(channel)).forEach(driver -> driver.check(wanted.settings()));
    }

    private static void fill(ChannelAccount account, Details wanted) {
        account.openBy(wanted.calendar());
        account.acknowledge(wanted.acknowledges());
        account.enable(wanted.enabled());
        account.with(wanted.settings());
        if (READ.contains(account.channel())) {
            account.readFrom(wanted.mailbox());
        }
    }

    private static void checkDetails(Channel channel, Details wanted) {
        required("hebrewName", wanted.hebrewName());
        required("englishName", wanted.englishName());
        if (wanted.address() != null && wanted.address().length() > LONGEST_ADDRESS) {
            throw new BusinessException("shared.field-too-long", "address", LONGEST_ADDRESS);
        }
        if (WRITE_MAILS.contains(channel) && EmailAddress.parse(wanted.address()).isEmpty()) {
            throw new BusinessException("shared.field-malformed", "address");
        }
        if (!List.of("he", "en").contains(wanted.language())) {
            throw new BusinessException("shared.field-unknown-value", "language", String.valueOf(wanted.language()));
        }
        if (wanted.queueId() <= 0) {
            throw new BusinessException("shared.field-missing", "queue");
        }
        if (wanted.mailbox() != null && wanted.mailbox().port() != null && (wanted.mailbox().port() < 1 || wanted.mailbox().port() > HIGHEST_PORT)) {
            throw new BusinessException("shared.field-range", "imapPort", 1, HIGHEST_PORT);
        }
        int length = 0;
        for (Map.Entry<String, String> setting : wanted.settings().entrySet()) {
            if (SECRET.matcher(setting.getKey()).matches()) {
                throw new BusinessException("channel.setting-secret", "settings", setting.getKey());
            }
            length += setting.getKey().length() + setting.getValue().length() + 6;
        }
        if (length > LONGEST_SETTINGS) {
            throw new BusinessException("shared.field-too-long", "settings", LONGEST_SETTINGS);
        }
    }

    private static void required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (text.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
        }
    }

    /** What the audit keeps: each part that is another now. */
    private static String differences(Details before, Details after) {
        List<String> changed = new ArrayList<>();
        for (var part : Details.class.getRecordComponents()) {
            try {
                Object was = part.getAccessor().invoke(before);
                Object is = part.getAccessor().invoke(after);
                if (!java.util.Objects.equals(was, is)) {
                    changed.add(part.getName() + " " + was + " → " + is);
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return String.join("; ", changed);
    }
}
