// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.CapacityWeights;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Mailbox;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.customer.Segmenting;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.QuickReply;
import il.moked.interaction.Reference;
import il.moked.interaction.WrapUpReason;
import il.moked.routing.Placement;
import il.moked.routing.Requirement;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkLine;
import il.moked.routing.WorkLines;
import il.moked.routing.WorkQueue;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import il.moked.shared.TextDirection;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seeds the demo once, on an empty database. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class DemoOrganisation {
    /** Domain of the demo's fax gateway: its mail server keeps what is sent there. */
    public static final String FAX_GATEWAY = "fax-gateway.example";
    /** Folder of the demo's scanner. */
    public static final String SCANS = "scans";
    /** Folder of the demo's print service. */
    public static final String LETTERS = "letters";
    /** Always the same organisation. */
    private static final long SEED = 5786;
    private static final int HISTORY_DAYS = 240;
    private static final int FIRST_EXTENSION = 201;

    @Inject
    DemoProfile profile;
    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Customers customers;
    @Inject
    KnownFacts facts;
    @Inject
    Segmenting segmenting;
    @Inject
    Interactions interactions;
    @Inject
    WorkItems workItems;
    @Inject
    WorkLines lines;
    @Inject
    DemoTelephone telephone;
    @Inject
    DemoSms sms;
    @Inject
    DemoMessengers messengers;
    @Inject
    DemoPayments payments;
    @Inject
    DemoHistories histories;
    @Inject
    DemoAgreements demoAgreements;
    @Inject
    DemoPromises demoPromises;
    @Inject
    DemoCasework demoCasework;
    @Inject
    DemoCases demoCases;
    @Inject
    DemoComplaints demoComplaints;
    @Inject
    DemoIdentities identities;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.demo.imap-port", defaultValue = "3143")
    int imapPort;

    private final Random random = new Random(SEED);

    @PostConstruct
    void seed() {
        if (!profile.active()) {
            return;
        }
        payments.seed();
        if (users.findByName("admin").isPresent()) {
            Mailbox moved = new Mailbox("127.0.0.1", imapPort, null, false);
            Stream.of(Channel.EMAIL, Channel.FAX).flatMap(channel -> accounts.enabled(channel).stream()).forEach(account -> account.readFrom(new Mailbox(moved.host(), moved.port(), account.address(), moved.tls())));
            accounts.usual(Channel.FORM).ifPresent(form -> {
                telephone.seed(form.queueId());
                sms.seed(form.queueId());
                messengers.seed(form.queueId());
            });
            return;
        }
        JsonObject organisation = DemoStories.read("organisation.json");
        Instant now = clock.instant();
        Team service = team("service", "שירות לקוחות", "Customer service");
        Team business = team("business", "עסקים", "Business");
        Team sales = team("sales", "מכירות", "Sales");
        String hash = DemoPassword.hash();
        List<StaffUser> staff = List.of(
                user("dana", "דנה לוי", "Dana Levi", hash, service, Role.AGENT),
                user("yossi", "יוסי מזרחי", "Yossi Mizrahi", hash, service, Role.AGENT),
                user("michal", "מיכל פרידמן", "Michal Friedman", hash, service, Role.AGENT, Role.SUPERVISOR));
        StaffUser ombudsman = user("ronit", "רונית שגב", "Ronit Segev", hash, team("ombudsman", "נציבות תלונות הציבור", "Ombudsman"), Role.AGENT, Role.OMBUDSMAN);
        List<StaffUser> sellers = List.of(user("noa", "נועה ברק", "Noa Barak", hash, sales, Role.AGENT), user("eyal", "אייל נחום", "Eyal Nahum", hash, sales, Role.AGENT));
        user("admin", "מנהל המערכת", "Administrator", hash, null, Role.ADMINISTRATOR);
        user("crm", "מערכת לקוחות", "Customer system", hash, null, Role.INTEGRATION);
        int extension = FIRST_EXTENSION;
        for (StaffUser user : Stream.of(staff, sellers, List.of(ombudsman)).flatMap(List::stream).toList()) {
            Agent agent = new Agent(user, user.team().orElseThrow(), now);
            agent.sitsAt(Integer.toString(extension++));
            agents.add(agent);
        }
        WorkQueue line = queue("service", "שירות לקוחות", "Customer service", service);
        WorkQueue businessLine = queue("business", "עסקים", "Business", business);
        List<ChannelAccount> doors = List.of(
                account(new ChannelAccount("service", Channel.EMAIL, "בנק הדגמה", "Demo Bank", "service@moked.example", "he", line.id()).acknowledging()),
                account(new ChannelAccount("form", Channel.FORM, "בנק הדגמה", "Demo Bank", "service@moked.example", "he", line.id()).acknowledging()),
                account(new ChannelAccount("chat", Channel.CHAT, "בנק הדגמה", "Demo Bank", null, "he", line.id())));
        telephone.seed(line.id());
        account(new ChannelAccount("business", Channel.EMAIL, "בנק הדגמה לעסקים", "Demo Bank Business", "business@moked.example", "en", businessLine.id()));
        account(new ChannelAccount("app", Channel.APP, "בנק הדגמה", "Demo Bank", null, "he", line.id()));
        sms.seed(line.id());
        messengers.seed(line.id());
        account(new ChannelAccount("fax", Channel.FAX, "בנק הדגמה", "Demo Bank", "fax@moked.example", "he", line.id()).with(Map.of("gatewayDomain", FAX_GATEWAY, "number", "03-555-0100")));
        account(new ChannelAccount("post", Channel.POST, "בנק הדגמה", "Demo Bank", null, "he", line.id()).with(Map.of("folder", SCANS, "out", LETTERS)));
        List<WrapUpReason> reasons = reasons(organisation);
        quickReplies(organisation);
        List<Customer> people = people(organisation, now);
        identities.seed(people, now);
        // before the long history: what counts as it goes writes often
        demoAgreements.seed(people, now);
        demoPromises.seed(people, staff, service, now);
        demoCasework.seed(service, business, sales, now);
        demoCases.seed(people, staff, service, now);
        demoComplaints.seed(people, staff, service, now);
        history(organisation, people, doors, staff, reasons, line, now);
        histories.seed(staff, reasons, now);
    }

    private Team team(String code, String hebrew, String english) {
        Team team = new Team(code, hebrew, english);
        users.add(team);
        return team;
    }

    private StaffUser user(String name, String hebrew, String english, String hash, Team team, String... roles) {
        StaffUser user = new StaffUser(name, hebrew, english, hash, team, Set.of(roles));
        users.add(user);
        return user;
    }

    private WorkQueue queue(String code, String hebrew, String english, Team team) {
        WorkQueue queue = new WorkQueue(code, hebrew, english, team);
        workItems.add(queue);
        return queue;
    }

    private ChannelAccount account(ChannelAccount account) {
        if (account.channel() == Channel.EMAIL || account.channel() == Channel.FAX) {
            account.readFrom(new Mailbox("127.0.0.1", imapPort, account.address(), false));
        }
        accounts.add(account);
        return account;
    }

    private List<WrapUpReason> reasons(JsonObject organisation) {
        List<WrapUpReason> reasons = new ArrayList<>();
        for (JsonObject reason : organisation.getJsonArray("reasons").getValuesAs(JsonObject.class)) {
            WrapUpReason added = new WrapUpReason(reason.getString("code"), reason.getString("he"), reason.getString("en"), reasons.size());
            interactions.add(added);
            reasons.add(added);
        }
        return reasons;
    }

    private void quickReplies(JsonObject organisation) {
        for (JsonObject reply : organisation.getJsonArray("quickReplies").getValuesAs(JsonObject.class)) {
            interactions.add(new QuickReply(reply.getString("shortcut"), reply.getString("language"), reply.getString("title"), reply.getString("text")));
        }
    }

    private List<Customer> people(JsonObject organisation, Instant now) {
        List<Customer> people = new ArrayList<>();
        for (JsonObject person : organisation.getJsonArray("customers").getValuesAs(JsonObject.class)) {
            Customer customer = Customer.person(person.getString("first"), person.getString("last"), new NationalId(person.getString("nationalId")), Segment.valueOf(person.getString("segment")), "he", since(person, now));
            people.add(reachable(customer, person, now));
        }
        for (JsonObject company : organisation.getJsonArray("companies").getValuesAs(JsonObject.class)) {
            people.add(reachable(Customer.company(company.getString("name"), company.getString("number"), "he", since(company, now)), company, now));
        }
        for (int index = 0; index < organisation.getJsonArray("alerts").size(); index++) {
            customers.add(new CustomerAlert(people.get(index * 4).id(), index == 1 ? CustomerAlert.Severity.WARNING : CustomerAlert.Severity.INFORMATION, organisation.getJsonArray("alerts").getString(index), now));
        }
        return people;
    }

    /** He is known for as many years as other systems say. */
    private static Instant since(JsonObject known, Instant now) {
        return known.containsKey("facts") ? now.minus(Duration.ofDays(366L * known.getJsonObject("facts").getInt(CustomerFacts.Fact.YEARS_KNOWN.name(), 0))) : now;
    }

    private Customer reachable(Customer customer, JsonObject data, Instant now) {
        customer.reachableBy(ContactPoint.Kind.EMAIL, data.getString("email"), data.getString("email"), true, now);
        PhoneNumber.parse(data.getString("phone")).ifPresent(phone -> customer.reachableBy(ContactPoint.Kind.PHONE, phone.value(), data.getString("phone"), true, now));
        customers.add(customer);
        if (data.containsKey("facts")) {
            JsonObject known = data.getJsonObject("facts");
            known.keySet().forEach(fact -> facts.set(customer.id(), CustomerFacts.Fact.valueOf(fact), known.getJsonNumber(fact).longValue()));
            segmenting.apply(customer);
        }
        return customer;
    }

    private void history(JsonObject organisation, List<Customer> people, List<ChannelAccount> doors, List<StaffUser> staff, List<WrapUpReason> reasons, WorkQueue line, Instant now) {
        List<JsonObject> stories = organisation.getJsonArray("history").getValuesAs(JsonObject.class);
        for (Customer customer : people) {
            int contacts = 1 + random.nextInt(6);
            for (int contact = 0; contact < contacts; contact++) {
                Instant at = now.minus(Duration.ofDays(2 + random.nextInt(HISTORY_DAYS))).minus(Duration.ofMinutes(random.nextInt(600)));
                past(stories.get(random.nextInt(stories.size())), customer, doors.get(random.nextInt(doors.size())), staff.get(random.nextInt(staff.size())), reasons, line, at);
            }
        }
    }

    private void past(JsonObject story, Customer customer, ChannelAccount door, StaffUser agent, List<WrapUpReason> reasons, WorkQueue line, Instant at) {
        String language = TextDirection.of(story.getString("question"), TextDirection.RTL) == TextDirection.RTL ? "he" : "en";
        Interaction interaction = new Interaction(Reference.next(), customer, Identification.CONTACT_POINT, door, line.teamId(), story.getString("subject"), customer.contactPoints().get(0).address(), language, at);
        interactions.add(interaction);
        interactions.add(Message.inbound(interaction, customer.displayName(), story.getString("question"), null, null, null, Set.of(), null, at));
        Instant answeredAt = at.plus(Duration.ofMinutes(3 + random.nextInt(90)));
        interaction.ownedBy(agent);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.ACCEPTED, agent.userName(), null, answeredAt.minusSeconds(60)));
        Message answer = Message.outbound(interaction, agent.name(language), agent.id(), story.getString("answer"), UUID.randomUUID().toString(), answeredAt);
        answer.delivery(Message.Delivery.ACCEPTED);
        interactions.add(answer);
        WrapUpReason reason = reasons.stream().filter(candidate -> candidate.code().equals(story.getString("reason"))).findFirst().orElseThrow();
        interaction.close(reason, null, answeredAt.plusSeconds(120));
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CLOSED, agent.userName(), reason.code(), answeredAt.plusSeconds(120)));
        WorkLine waiting = new WorkLine(line.id(), door.channel(), CapacityWeights.DEFAULT.of(door.channel()), Requirement.NONE);
        WorkItem item = new WorkItem(interaction.id(), customer.id(), customer.segment(), null, new Placement(waiting, lines.idOf(waiting), Duration.ofMinutes(5), null), at);
        item.takenBy(agent.id(), answeredAt);
        item.done();
        workItems.add(item);
    }
}
