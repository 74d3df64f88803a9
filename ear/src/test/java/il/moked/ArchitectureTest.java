// SPDX-License-Identifier: Apache-2.0
package il.moked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules the design states, kept by the build. This module alone sees all code. */
class ArchitectureTest {
    /** Areas in the order of use: each may use those before it. */
    private static final List<String> AREAS = List.of("shared", "access", "calendar", "channel", "customer", "catalog", "agreement", "agent", "knowledge", "interaction", "promise", "routing", "order", "offer", "casework", "complaint", "dispatch", "branch", "selfservice", "survey", "ivr", "company", "card", "admin", "demo", "lab");
    private static final Path ROOT = Path.of("..");
    private static final JavaClasses MOKED = new ClassFileImporter().importPaths(Stream.of("persistence", "ejb", "jms", "web/ui", "web/desk", "web/portal", "web/api").map(module -> ROOT.resolve(module).resolve("target/classes")).toList());

    private static final DescribedPredicate<JavaClass> BEANS = DescribedPredicate.describe("EJBs", type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(MessageDriven.class));

    /** The server knows the beans and the entities of an archive by their bare names. */
    @Test
    void noTwoBeansAndNoTwoEntitiesAreOfOneName() {
        Map<String, List<String>> named = MOKED.stream().filter(type -> Stream.of(Stateless.class, Singleton.class, MessageDriven.class, Entity.class).anyMatch(type::isAnnotatedWith))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named.values()).allMatch(same -> same.size() == 1);
    }

    @Test
    void everyModuleIsSeen() {
        for (String suffix : List.of("ejb", "jms", "ui", "desk", "portal")) {
            assertThat(MOKED.stream().anyMatch(type -> type.getPackageName().endsWith("." + suffix))).as(suffix).isTrue();
        }
    }

    @Test
    void layersDependDownwardsOnly() {
        noClasses().that(in("persistence")).should().dependOnClassesThat(DescribedPredicate.describe("upper layers", type -> Set.of("ejb", "jms", "web").contains(layer(type)))).check(MOKED);
        noClasses().that(in("ejb")).should().dependOnClassesThat(DescribedPredicate.describe("jms or web", type -> Set.of("jms", "web").contains(layer(type)))).check(MOKED);
        noClasses().that(in("jms")).should().dependOnClassesThat(in("web")).check(MOKED);
    }

    @Test
    void areasDependOnLowerAreasOnly() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        for (JavaClass type : MOKED) {
            if (!Set.of("persistence", "ejb").contains(layer(type))) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass()).filter(target -> Set.of("persistence", "ejb").contains(layer(target)))
                    .filter(target -> AREAS.indexOf(area(target)) > AREAS.indexOf(area(type))).forEach(target -> wrong.computeIfAbsent(type.getName(), key -> new TreeSet<>()).add(target.getName()));
        }
        assertThat(wrong).isEmpty();
        assertThat(MOKED.stream().map(ArchitectureTest::area).filter(area -> !area.isEmpty()).collect(Collectors.toSet())).as("areas without a place in the order").isSubsetOf(AREAS);
    }

    /** What sends, routes and shows knows a driver by the interfaces it brings; only the doors and readings of its own channel know more. */
    @Test
    void aDriverIsKnownToItsOwnDoorOnly() {
        Set<String> drivers = MOKED.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith("il.moked.channel.jms.")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(drivers).hasSizeGreaterThan(5);
        DescribedPredicate<JavaClass> inADriver = DescribedPredicate.describe("drivers of channels", type -> drivers.contains(type.getPackageName()));
        DescribedPredicate<JavaClass> strangers = DescribedPredicate.describe("what is no driver, door, reading or laboratory", type -> !drivers.contains(type.getPackageName())
                && !Set.of("il.moked.channel.portal", "il.moked.interaction.portal", "il.moked.interaction.jms", "il.moked.interaction.api", "il.moked.lab.portal").contains(type.getPackageName()));
        noClasses().that(strangers).should().dependOnClassesThat(inADriver).check(MOKED);
        noClasses().that().haveNameMatching("il\\.moked\\.interaction\\.jms\\.(Admitting|ChannelReading|Readings|.*Listener)").should().dependOnClassesThat(inADriver).check(MOKED);
    }

    /** A new channel is a new case nowhere but with its driver, its door, and where the rules of networks or the queues of the broker are named. */
    @Test
    void nobodyElseDistinguishesChannels() throws IOException {
        Set<String> named = Set.of("il.moked.channel.MessagingWindow", "il.moked.channel.jms.InboundMessages");
        Set<String> switching = new TreeSet<>();
        for (JavaClass type : MOKED) {
            boolean core = Set.of("persistence", "ejb").contains(layer(type)) || Set.of("il.moked.channel.jms", "il.moked.routing.jms", "il.moked.agent.jms").contains(type.getPackageName());
            if (core && switchesOverChannels(type)) {
                switching.add(type.getName().replaceFirst("\\$.*$", ""));
            }
        }
        assertThat(switching).isEqualTo(named);
    }

    @Test
    void everyBeanSaysWhoMayCallIt() {
        classes().that(BEANS).should().beAnnotatedWith(RolesAllowed.class).orShould().beAnnotatedWith(PermitAll.class).check(MOKED);
    }

    @Test
    void persistenceKnowsNoServer() {
        noClasses().that(in("persistence")).should().dependOnClassesThat().resideInAnyPackage("jakarta.ws..", "jakarta.servlet..", "jakarta.faces..", "jakarta.jms..", "org.jboss..", "org.wildfly..").check(MOKED);
        noClasses().that(in("ejb")).should().dependOnClassesThat().resideInAnyPackage("jakarta.ws..", "jakarta.servlet..", "jakarta.faces..", "jakarta.jms..", "jakarta.websocket..").check(MOKED);
    }

    @Test
    void timeComesFromTheClock() {
        for (Class<?> moment : List.of(java.time.Instant.class, java.time.LocalDate.class, java.time.LocalDateTime.class, java.time.ZonedDateTime.class)) {
            noClasses().should().callMethod(moment, "now").check(MOKED);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(MOKED);
    }

    /** The proxy of a bean refuses what is not public, and only when it is called. */
    @Test
    void whatABeanDoesForOthersIsPublic() {
        Set<String> hidden = MOKED.stream().filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class)).flatMap(type -> type.getMethods().stream())
                .filter(method -> Stream.of(JavaModifier.PUBLIC, JavaModifier.PRIVATE, JavaModifier.STATIC, JavaModifier.SYNTHETIC).noneMatch(method.getModifiers()::contains))
                .filter(method -> method.getAccessesToSelf().stream().anyMatch(access -> !access.getOriginOwner().equals(method.getOwner()) && !method.getOwner().getAllSubclasses().contains(access.getOriginOwner())))
                .map(JavaMethod::getFullName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(hidden).isEmpty();
    }

    @Test
    void eventsCarryNoEntities() {
        noClasses().that().implement(il.moked.shared.DomainEvent.class).should().dependOnClassesThat().areAnnotatedWith(Entity.class).check(MOKED);
    }

    @Test
    void namesSaySomething() {
        noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto").orShould().haveSimpleNameEndingWith("Constants").check(MOKED);
    }

    @Test
    void nothingTheServerBringsIsShipped() throws IOException {
        Path ear = Path.of("target/moked.ear");
        try (JarFile archive = new JarFile(ear.toFile())) {
            List<String> libraries = archive.stream().map(entry -> entry.getName()).filter(name -> name.startsWith("lib/")).toList();
            assertThat(libraries).isNotEmpty().noneMatch(name -> name.matches(".*/(jakarta\\.|hibernate|jboss-|wildfly|artemis|lucene|jackson-(core|databind)|slf4j).*"));
        }
        assertThat(Files.size(ear)).as("bytes").isLessThan(32_000_000);
    }

    /** The compiler's table of a switch is synthetic, which ArchUnit leaves out: the name of its field in the class file tells. */
    private static boolean switchesOverChannels(JavaClass type) throws IOException {
        byte[] code = Files.readAllBytes(Path.of(type.getSource().orElseThrow().getUri()));
        return new String(code, StandardCharsets.ISO_8859_1).contains("$SwitchMap$il$moked$channel$Channel");
    }

    private static DescribedPredicate<JavaClass> in(String layer) {
        return DescribedPredicate.describe("in " + layer, type -> layer.equals(layer(type)));
    }

    private static String layer(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        if (parts.length < 3 || !parts[0].equals("il") || !parts[1].equals("moked")) {
            return "";
        }
        if (parts.length == 3) {
            return "persistence";
        }
        return switch (parts[3]) {
            case "ejb", "jms" -> parts[3];
            default -> "web";
        };
    }

    private static String area(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length >= 3 && parts[0].equals("il") && parts[1].equals("moked") ? parts[2] : "";
    }
}
