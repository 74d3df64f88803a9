// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.channel.Channel;
import il.moked.channel.Mailbox;
import il.moked.channel.ejb.Accounts;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** admin/accounts.xhtml: the channel accounts, one of them to be changed, or a new one. */
@Named
@RequestScoped
public class AccountsView {
    @Inject
    Accounts accounts;
    @Inject
    Choices choices;
    @Inject
    Screen screen;
    @Inject
    Doing doing;
    @Inject
    Words words;

    private Accounts.Known chosen;
    private boolean finished;

    /** Those that match what is searched for. */
    public List<Accounts.Known> lines() {
        String wanted = screen.text("q") == null ? "" : screen.text("q").strip().toLowerCase(java.util.Locale.ROOT);
        String channel = screen.text("channel-filter") == null ? "" : screen.text("channel-filter");
        return choices.accounts().stream().filter(account -> channel.isEmpty() || account.details().channel().name().equals(channel))
                .filter(account -> (account.details().code() + ' ' + account.details().hebrewName() + ' ' + account.details().englishName() + ' ' + account.details().address()).toLowerCase(java.util.Locale.ROOT).contains(wanted))
                .toList();
    }

    public String filter() {
        return screen.text("channel-filter");
    }

    public boolean isEditing() {
        return !finished && screen.text("account") != null && !screen.text("account").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("account"));
    }

    /** The one asked for; an empty one for a new account. */
    public Accounts.Known chosen() {
        if (chosen == null) {
            chosen = isNew() ? new Accounts.Known(0, 0, new Accounts.Details("", null, "", "", "", words.language(), choices.queues().isEmpty() ? 0 : choices.queues().get(0).id(), null, false, true, Map.of(), null), List.of())
                    : accounts.get(screen.number("account"));
        }
        return chosen;
    }

    public String name(Accounts.Known account) {
        return "he".equals(words.language()) ? account.details().hebrewName() : account.details().englishName();
    }

    public String queue(Accounts.Known account) {
        return choices.queues().stream().filter(queue -> queue.id() == account.details().queueId()).map(queue -> queue.name(words.language())).findFirst().orElse("");
    }

    /** Where it is read; of an account that is not read, an empty one. */
    public Mailbox box() {
        return chosen().details().mailbox() == null ? new Mailbox("", null, "", true) : chosen().details().mailbox();
    }

    /** One setting a line. */
    public String settings() {
        return chosen().details().settings().entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()).collect(Collectors.joining("\n"));
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            Accounts.Details details = entered();
            if (isNew()) {
                accounts.create(details);
            } else {
                accounts.change(screen.number("account"), (int) screen.number("version"), details);
            }
            chosen = null;
            choices.again();
            return details;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "accounts.xhtml");
        }
    }

    /** Back to what the chosen account was in an older version. */
    public void restore() {
        doing.told("restored", () -> {
            accounts.restore(chosen().id(), chosen().version(), (int) screen.number("id"));
            chosen = null;
            choices.again();
            return true;
        });
    }

    private Accounts.Details entered() {
        Channel channel = isNew() ? text("channel") == null ? null : Channel.valueOf(text("channel")) : accounts.get(screen.number("account")).details().channel();
        Map<String, String> settings = new TreeMap<>();
        for (String line : (screen.text("settings") == null ? "" : screen.text("settings")).split("\\R")) {
            if (!line.isBlank()) {
                int at = line.indexOf('=');
                settings.put((at < 0 ? line : line.substring(0, at)).strip(), at < 0 ? "" : line.substring(at + 1).strip());
            }
        }
        Mailbox mailbox = text("imapHost") == null ? null : new Mailbox(text("imapHost"), text("imapPort") == null ? null : (int) screen.number("imapPort"), text("imapUser"), screen.says("imapTls"));
        return new Accounts.Details(text("code"), channel, text("hebrewName"), text("englishName"), text("address"), text("language"), text("queue") == null ? 0 : screen.number("queue"), text("calendar"),
                screen.says("acknowledges"), screen.says("enabled"), settings, mailbox);
    }

    private String text(String name) {
        String given = screen.text(name);
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** Opens what is closed and closes what is open; asking again undoes it. */
    public void turn() {
        Accounts.Known account = accounts.get(screen.number("id"));
        boolean open = !account.details().enabled();
        Object turned = doing.tried(() -> {
            accounts.enable(account.id(), account.version(), open);
            choices.again();
            return account;
        });
        if (turned != null) {
            screen.tell(words.text(open ? "account.opened" : "account.closed"), account.id());
        }
    }
}
