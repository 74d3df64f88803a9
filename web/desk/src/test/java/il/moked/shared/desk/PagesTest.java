// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page names must be there: a missing text, sign, command or region is found here and not by an agent. */
class PagesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path TEXTS = Path.of("src/main/resources/il/moked");
    private static final List<String> AREAS = areas();

    @Test
    void everyTextThatAPageNamesExists() {
        for (String area : AREAS) {
            assertThat(keys(area)).as(area).containsAll(found(".xhtml", area + "\\['([a-zA-Z._-]+[a-zA-Z])'\\]"));
        }
        assertThat(keys("shared")).containsAll(found(".xhtml", "staff\\['([a-zA-Z._-]+)'\\]"));
    }

    @Test
    void everyTextIsNamedSomewhere() {
        String all = read(".xhtml") + read(".js") + sources();
        for (String area : AREAS) {
            for (String key : keys(area)) {
                String family = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : key;
                assertThat(all.contains("'" + key + "'") || all.contains("'" + family + "'.concat") || all.contains("\"" + key + "\"") || all.contains("\"" + family + "\" +") || !family.equals(key) && namedByItsMember(all, key.substring(0, key.lastIndexOf('.') + 1)))
                        .as("%s[%s]", area, key).isTrue();
            }
        }
    }

    private static boolean namedByItsMember(String all, String prefix) {
        return all.contains("'" + prefix + "'") || all.contains("\"" + prefix + "\" +");
    }

    /** Written into plain HTML {@code false} becomes a word, and an attribute that is there counts: every option would be selected. */
    @Test
    void whatIsThereOrNotIsNeverWrittenAsFalse() {
        Pattern written = Pattern.compile("<[a-z]+ (?![^<>]*faces:)[^<>]*? (?:selected|checked|disabled|open)=\"#\\{[^\"?]*}\"");
        assertThat(written.matcher(read(".xhtml")).results().map(found -> found.group()).toList()).isEmpty();
    }

    /** A loop variable named like a bundle of texts, or like what OmniFaces brings, is that and not the row. */
    @Test
    void noLoopVariableHasANameThatMeansSomethingElse() {
        assertThat(found(".xhtml", "\\bvar=\"([a-zA-Z]+)\"")).doesNotContainAnyElementsOf(found("faces-config.xml", "<var>([a-zA-Z]+)</var>")).doesNotContain("now", "startup");
    }

    @Test
    void everyFamilyOfTextsIsComplete() {
        families("interaction", "event.", il.moked.interaction.InteractionEvent.Kind.values());
        families("interaction", "notice.", il.moked.interaction.Message.Notice.values());
        families("interaction", "delivery.", il.moked.interaction.Message.Delivery.values());
        families("interaction", "state.", il.moked.interaction.Interaction.State.values());
        families("routing", "doing.", il.moked.routing.AgentState.values());
        families("routing", "why.", il.moked.routing.Decision.Why.values());
        families("routing", "refused.", il.moked.routing.Decision.Reason.values());
        families("card", "sure.", il.moked.customer.Identification.values());
        families("card", "reach.", il.moked.customer.ContactPoint.Kind.values());
        families("card", "fact.", il.moked.customer.CustomerFacts.Fact.values());
        families("card", "also.", il.moked.channel.Channel.values());
        families("offer", "why.", il.moked.offer.Why.Code.values());
        families("offer", "refusal.", il.moked.offer.OfferOutcome.Refusal.values());
        families("offer", "noted.", il.moked.offer.OfferOutcome.Kind.values());
        families("offer", "kind.", il.moked.offer.OfferOutcome.Kind.values());
        families("offer", "kind.", il.moked.customer.Customer.Kind.values());
        families("offer", "state.", il.moked.offer.Lead.State.values());
        families("offer", "loss.", il.moked.offer.Lead.Loss.values());
        families("offer", "running.", il.moked.offer.Offer.State.values());
        families("card", "kind.", il.moked.card.TimelineEntry.Kind.values());
        families("card", "group.", il.moked.card.desk.TimelineGroup.values());
        families("card", "tab.", il.moked.card.desk.CardTab.values());
        families("card", "severity.", il.moked.customer.CustomerAlert.Severity.values());
        families("card", "at.CALL.", il.moked.interaction.Call.Outcome.values());
        families("card", "at.CALLBACK.", il.moked.routing.WorkItem.State.values());
        families("card", "callback.", il.moked.routing.WorkItem.Origin.values());
        families("card", "at.PROMISE.", il.moked.promise.Promise.State.values());
        families("card", "at.QUOTE.", il.moked.catalog.Quote.State.values());
        families("card", "at.PAYMENT.", il.moked.order.Payment.State.values());
        families("card", "method.", il.moked.order.Payment.Method.values());
        families("card", "at.REFUND.", il.moked.order.Refund.State.values());
        families("card", "at.INVOICE.", il.moked.order.Invoice.Kind.values());
        families("card", "at.RETURN.", il.moked.order.ReturnPolicy.Ground.values());
        families("card", "at.AGREEMENT.", il.moked.agreement.Agreement.Kind.values());
        families("card", "purpose.", il.moked.customer.Consent.Purpose.values());
        families("channel", "channel.", il.moked.channel.Channel.values());
        families("branch", "state.", il.moked.branch.Arrival.State.values());
        families("branch", "how.", il.moked.branch.Arrival.How.values());
        families("channel", "segment.", il.moked.customer.Segment.values());
        families("interaction", "composer-notice.", il.moked.interaction.ComposerNotice.values());
        assertThat(keys("interaction")).contains("recording.PAUSING", "recording.PAUSED", "recording.RESUMING", "call.dialling", "call.ringing", "call.talking", "call.held", "call.ended");
        assertThat(keys("agent")).contains("presence.available", "presence.wrap-up", "presence.away", "presence.offline");
        families("agent", "away.", il.moked.agent.AwayReason.values());
    }

    private static void families(String area, String prefix, Object[] members) {
        for (Object member : members) {
            assertThat(keys(area)).contains(prefix + member);
        }
    }

    @Test
    void everyActOfAPageIsKnownToItsScriptsAndEveryCommandToAPage() {
        Set<String> acts = found(".xhtml", "data-act=\"([a-z-]+)\"");
        Set<String> known = found(".js", "acts(?:\\.|\\[')([a-z-]+)");
        assertThat(acts).isNotEmpty();
        assertThat(known).containsAll(acts);
        Set<String> asked = found(".js", "'(wire[A-Za-z]+)'");
        asked.addAll(found(".xhtml", "data-command=\"(wire[A-Za-z]+)\""));
        assertThat(found(".xhtml", "remoteCommand name=\"(wire[A-Za-z]+)\"")).containsAll(asked);
    }

    @Test
    void everyRegionThatIsDrawnAgainIsOnAPage() {
        Set<String> regions = found(".xhtml", "faces:id=\"([a-z-]+)\"");
        for (String update : found(".xhtml", "update=\"([a-z -]+)\"")) {
            assertThat(regions).contains(update.split(" "));
        }
        Matcher redraws = Pattern.compile("redraw\\(([^)]+)\\)").matcher(sources());
        while (redraws.find()) {
            Matcher names = Pattern.compile("\"([a-z-]+)\"").matcher(redraws.group(1));
            while (names.find()) {
                assertThat(regions).contains(names.group(1));
            }
        }
    }

    @Test
    void nothingRunsInAPageAndOnlyMadeSafeMarkupIsWrittenAsItIs() {
        for (Path page : files(PAGES, ".xhtml")) {
            String markup = text(page);
            assertThat(markup).as(page.toString()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContainPattern("\\son[a-z]+=\"").doesNotContain("javascript:");
            Matcher raw = Pattern.compile("<h:outputText[^>]*escape=\"false\"[^>]*>").matcher(markup);
            while (raw.find()) {
                assertThat(raw.group()).contains("safeHtml(");
            }
        }
        for (Path script : files(PAGES.resolve("js"), ".js")) {
            assertThat(text(script)).as(script.toString()).doesNotContain("eval(").doesNotContain("new Function").doesNotContain("document.write").doesNotContain("insertAdjacentHTML");
        }
    }

    /** Every area that has texts of its own. */
    private static List<String> areas() {
        try (Stream<Path> all = Files.list(TEXTS)) {
            return all.map(Path::getFileName).map(Path::toString).filter(area -> Files.exists(TEXTS.resolve(area).resolve("desk").resolve(area + "_he.properties"))).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> keys(String area) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(area).resolve("desk").resolve((area.equals("shared") ? "staff" : area) + "_he.properties"))) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Set<String> found(String ending, String pattern) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(read(ending));
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static String sources() {
        return files(Path.of("src/main/java"), ".java").stream().map(PagesTest::text).collect(Collectors.joining("\n"));
    }

    private static String read(String ending) {
        return files(PAGES, ending).stream().map(PagesTest::text).collect(Collectors.joining("\n"));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
