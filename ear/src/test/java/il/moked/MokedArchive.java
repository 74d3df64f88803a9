// SPDX-License-Identifier: Apache-2.0
package il.moked;

import java.io.File;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR with a test WAR beside the shipped ones. Without application.xml the server finds every module by itself. */
public final class MokedArchive {
    private MokedArchive() {
    }

    /** The EAR as it is delivered, for tests from the outside. */
    public static EnterpriseArchive asShipped() {
        return ShrinkWrap.create(ZipImporter.class, "moked.ear").importFrom(new File(System.getProperty("moked.ear"))).as(EnterpriseArchive.class);
    }

    /** @param withTest classes that run inside the server */
    public static EnterpriseArchive with(Class<?>... withTest) {
        EnterpriseArchive ear = asShipped();
        ear.delete(ArchivePaths.create("META-INF/application.xml"));
        WebArchive war = ShrinkWrap.create(WebArchive.class, "moked-test.war").addClasses(withTest).addClasses(As.class, Rows.class)
                .addAsLibraries(jarOf(org.assertj.core.api.Assertions.class), jarOf(org.awaitility.Awaitility.class), jarOf(org.hamcrest.Matcher.class), jarOf(net.bytebuddy.ByteBuddy.class))
                .addAsWebInfResource(new StringAsset("<jboss-web><context-root>/moked-test</context-root><security-domain>moked</security-domain></jboss-web>"), "jboss-web.xml")
                .addAsWebInfResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>"), "beans.xml")
                .addAsManifestResource(new StringAsset("Dependencies: org.wildfly.security.elytron\n"), "MANIFEST.MF");
        return ear.addAsModule(org.jboss.arquillian.container.test.api.Testable.archiveToTest(war));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
