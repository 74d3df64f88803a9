// SPDX-License-Identifier: Apache-2.0
package il.moked;

import il.moked.shared.PortalDoors;
import java.io.File;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR, as it is delivered or with a test WAR beside the shipped ones. */
public final class MokedArchive {
    /** Everything but the tests that need no server, the benchmark, and of the browser's only what is called inside. */
    private static final String RUN_INSIDE = ".*/il/moked/(?!bench/|browser/).*(?<!Test)\\.class|.*/il/moked/browser/(BusyFloor|BusyBranch|BrokenForm|LostFile)\\b.*\\.class";

    private MokedArchive() {
    }

    /** The EAR as it is delivered, for tests from the outside. */
    public static EnterpriseArchive asShipped() {
        return ShrinkWrap.create(ZipImporter.class, "moked.ear").importFrom(new File(System.getProperty("moked.ear"))).as(EnterpriseArchive.class);
    }

    /** The EAR with all that runs inside the server for tests. Without application.xml the server finds every module by itself. */
    static EnterpriseArchive withTests() {
        GenericArchive tests = ShrinkWrap.create(ExplodedImporter.class).importDirectory(locationOf(MokedArchive.class)).as(GenericArchive.class);
        WebArchive war = ShrinkWrap.create(WebArchive.class, "moked-test.war").merge(tests, "/WEB-INF/classes", Filters.include(RUN_INSIDE))
                .addAsResource(new File("../persistence/src/test/resources/il/moked/order/retail-2010-12-22.csv"), "il/moked/order/retail-2010-12-22.csv")
                .addAsResource(new StringAsset(PortalDoors.written()), "il/moked/shared/doors.txt")
                .addAsResource("il/moked/knowledge/heq-val.json").addAsResource("il/moked/knowledge/banking77-train.csv")
                .addAsResource(new File("../persistence/src/test/resources/il/moked/complaint/cfpb-400.csv"), "il/moked/complaint/cfpb-400.csv")
                .addAsLibraries(locationOf(org.assertj.core.api.Assertions.class), locationOf(org.awaitility.Awaitility.class), locationOf(org.hamcrest.Matcher.class), locationOf(net.bytebuddy.ByteBuddy.class))
                .addAsWebInfResource(new StringAsset("<jboss-web><context-root>/moked-test</context-root><security-domain>moked</security-domain></jboss-web>"), "jboss-web.xml")
                .addAsWebInfResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>"), "beans.xml")
                .addAsManifestResource(new StringAsset("Dependencies: org.wildfly.security.elytron\n"), "MANIFEST.MF");
        EnterpriseArchive ear = asShipped();
        ear.delete(ArchivePaths.create("META-INF/application.xml"));
        return ear.addAsModule(Testable.archiveToTest(war));
    }

    private static File locationOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
