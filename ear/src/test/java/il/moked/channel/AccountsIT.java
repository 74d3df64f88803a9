// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.channel.ejb.Accounts;
import il.moked.channel.ejb.TemplateKeeping;
import il.moked.channel.jms.social.Signatures;
import il.moked.channel.jms.social.SocialSecrets;
import il.moked.interaction.AsSystem;
import il.moked.interaction.AwaitedFile;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.ConversationReading.MissingFile;
import il.moked.interaction.ejb.ConversationReading.Said;
import il.moked.interaction.ejb.LateFiles;
import il.moked.interaction.ejb.Templates;
import il.moked.shared.BusinessException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator sets up on a channel, and what agents see of it: drivers' settings, templates, files that were given up. */
@ArquillianTest
public class AccountsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PORTAL = "http://127.0.0.1:" + (8081 + Integer.getInteger("jboss.socket.binding.port-offset", 0));

    @Inject
    Accounts accounts;
    @Inject
    ChannelAccounts known;
    @Inject
    TemplateKeeping keeping;
    @Inject
    Templates templates;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    LateFiles files;
    @Inject
    SocialSecrets secrets;
    @Inject
    AsSystem system;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void polling() {
        Awaitility.pollInSameThread();
    }

    private Accounts.Details details(Channel channel, Map<String, String> settings) {
        return new Accounts.Details("acc-" + mark, channel, "בדיקה", "Test", "test@moked.example", "he", known.get("form").queueId(), null, false, true, settings, null);
    }

    private static void refused(String code, Object[] arguments, As.Step step) throws Exception {
        As.run("admin", () -> assertThatThrownBy(step::run).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments()).containsExactly(arguments);
        }));
    }

    @Test
    void aSettingThatTheDriverCannotUseIsNamedAndNothingIsStored() throws Exception {
        refused("channel.setting-missing", new Object[] {"settings", "host"}, () -> accounts.create(details(Channel.SMS, Map.of("driver", "smpp"))));
        refused("channel.setting-wrong", new Object[] {"settings", "answerId"}, () -> accounts.create(details(Channel.SMS, Map.of("driver", "http", "url", "https://sms.example", "answerId", "("))));
        refused("channel.setting-missing", new Object[] {"settings", "phone-number-id"}, () -> accounts.create(details(Channel.WHATSAPP, Map.of())));
        refused("channel.setting-missing", new Object[] {"settings", "gatewayDomain"}, () -> accounts.create(details(Channel.FAX, Map.of())));
        for (Channel channel : List.of(Channel.EMAIL, Channel.FORM, Channel.FAX)) {
            Accounts.Details nowhere = new Accounts.Details("acc-" + mark, channel, "בדיקה", "Test", null, "he", known.get("form").queueId(), null, true, true, Map.of("gatewayDomain", "fax.example"), null);
            refused("shared.field-malformed", new Object[] {"address"}, () -> accounts.create(nowhere));
        }
        As.run("admin", () -> {
            assertThat(accounts.list()).noneMatch(account -> account.details().code().equals("acc-" + mark));
            long id = accounts.create(details(Channel.POST, Map.of("out", "letters-" + mark)));
            Accounts.Known account = accounts.get(id);
            assertThatThrownBy(() -> accounts.change(id, account.version(), details(Channel.POST, Map.of("after", "burn", "out", "x")))).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("channel.setting-wrong"));
            accounts.enable(id, account.version(), false);
        });
    }

    @Test
    void aTemplateIsOfferedToAgentsOnceItIsApproved() throws Exception {
        long whatsApp = known.get("whatsapp").id();
        String name = "it_" + mark;
        long interaction = written("תבנית " + mark, "");
        long id = As.user("admin", () -> keeping.create(whatsApp, name, "he", "שלום {{1}}", Template.Status.SUBMITTED));
        assertThat(offered(interaction, name)).isFalse();
        refused("channel.template-taken", new Object[] {"name", name}, () -> keeping.create(whatsApp, name, "he", "x", Template.Status.SUBMITTED));
        refused("channel.no-templates", new Object[0], () -> keeping.create(known.get("form").id(), name, "he", "x", Template.Status.SUBMITTED));
        As.run("admin", () -> {
            int seen = keeping.get(id).version();
            keeping.change(id, seen, "שלום וברכה {{1}}", Template.Status.APPROVED);
            assertThatThrownBy(() -> keeping.change(id, seen, "x", Template.Status.OFF)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("shared.conflict"));
        });
        assertThat(offered(interaction, name)).isTrue();
        As.run("dana", () -> {
            assertThatThrownBy(keeping::list).isInstanceOf(EJBAccessException.class);
            conversation.takeOver(interaction);
            Templates.TemplateLine line = templates.list(interaction).stream().filter(template -> template.name().equals(name)).findFirst().orElseThrow();
            templates.send(interaction, UUID.randomUUID().toString(), line.id(), List.of("דנה"));
        });
        As.run("admin", () -> keeping.change(id, keeping.get(id).version(), "שלום וברכה {{1}}", Template.Status.OFF));
        assertThat(offered(interaction, name)).isFalse();
        assertThat(((Number) entities.createNativeQuery("select count(*) from message where text = 'שלום וברכה דנה' and interaction_id = " + interaction).getSingleResult()).intValue()).isEqualTo(1);
        assertThat(((Number) entities.createNativeQuery("select count(*) from audit_entry where action like 'channel.template-%' and subject_id = ?1").setParameter(1, id).getSingleResult()).intValue()).as("in the audit").isEqualTo(3);
    }

    private boolean offered(long interaction, String name) throws Exception {
        return As.user("dana", () -> templates.list(interaction).stream().anyMatch(template -> template.name().equals(name)));
    }

    @Test
    void aFileThatWasGivenUpIsSeenWithTheReasonAndCanBeAskedForAgain() throws Exception {
        long interaction = written("קובץ " + mark, "lab-nothing-" + mark);
        MissingFile file = await().atMost(PATIENCE).until(() -> missing(interaction), list -> list.stream().anyMatch(missing -> missing.why() != null)).get(0);
        assertThat(file.why()).isEqualTo(AwaitedFile.Why.REFUSED);
        assertThat(file.mayCome()).isTrue();
        As.run("dana", () -> {
            assertThatThrownBy(() -> files.fetchAgain(file.id())).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("interaction.not-owner"));
            conversation.takeOver(interaction);
            // as if the provider had found it
            system.inTransaction(() -> entities.createNativeQuery("update awaited_file set reference = 'lab-picture-" + mark + "' where id = " + file.id()).executeUpdate());
            files.fetchAgain(file.id());
            assertThatThrownBy(() -> files.fetchAgain(file.id())).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("interaction.file-not-given-up"));
        });
        await().atMost(PATIENCE).until(() -> missing(interaction).isEmpty());
        assertThat(As.user("dana", () -> said(interaction).files())).hasSize(1);
    }

    private List<MissingFile> missing(long interaction) throws Exception {
        return As.user("dana", () -> said(interaction).missing());
    }

    private Said said(long interaction) {
        return reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows().stream().filter(Said.class::isInstance).map(Said.class::cast).filter(Said::inbound).findFirst().orElseThrow();
    }

    /** A customer writes by WhatsApp. @param picture the provider's id of one he sends along, empty for none */
    private long written(String text, String picture) throws Exception {
        String from = "97254" + (1_000_000 + Math.abs(mark.hashCode() % 8_999_999));
        String content = picture.isEmpty() ? "\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}" : "\"type\":\"image\",\"image\":{\"id\":\"" + picture + "\",\"mime_type\":\"image/png\",\"caption\":\"" + text + "\"}";
        byte[] body = ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"profile\":{\"name\":\"T\"},\"wa_id\":\"" + from + "\"}],\"messages\":[{\"from\":\"" + from
                + "\",\"id\":\"wamid.acc" + mark + "\",\"timestamp\":\"1700000000\"," + content + "}]}}]}]}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(PORTAL + "/channels/whatsapp/whatsapp")).header("X-Hub-Signature-256", Signatures.meta(secrets.of("whatsapp", SocialSecrets.APP_SECRET).orElseThrow(), body)).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        assertThat(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        return await().atMost(PATIENCE).until(() -> entities.createQuery("select m.interaction.id from Message m where m.text = :text", Long.class).setParameter("text", text).getResultList(), found -> !found.isEmpty()).get(0);
    }
}
