// SPDX-License-Identifier: Apache-2.0
package il.moked;

import java.util.List;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.client.deployment.TargetDescription;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.context.ClassContext;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;

/** Test classes that say nothing of what is deployed share one EAR: deploying Moked takes longer than most of them. A class with a {@link Deployment} of its own gets that. */
public class OneDeployment implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeploymentScenarioGenerator.class, Shared.class).observer(Keeping.class);
    }

    private static boolean shares(TestClass test) {
        return test.getMethods(Deployment.class).length == 0;
    }

    /** What a class without words of its own is deployed with. */
    public static class Shared implements DeploymentScenarioGenerator {
        @Override
        public List<DeploymentDescription> generate(TestClass test) {
            if (!shares(test)) {
                return List.of();
            }
            DeploymentDescription moked = new DeploymentDescription("_DEFAULT_", MokedArchive.withTests());
            moked.shouldBeManaged(true);
            moked.shouldBeTestable(true);
            moked.setTarget(TargetDescription.DEFAULT);
            moked.setProtocol(ProtocolDescription.DEFAULT);
            return List.of(moked);
        }
    }

    /** Leaves the shared EAR in the server from one class to the next. */
    public static class Keeping {
        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;
        @Inject
        private Instance<ClassContext> classes;
        @Inject
        private Event<UnDeployManagedDeployments> undeploy;

        private DeploymentScenario deployed;
        private boolean ending;

        public void generate(@Observes EventContext<GenerateDeployment> generation) {
            boolean shares = shares(generation.getEvent().getTestClass());
            if (deployed != null && !shares) {
                scenario.set(deployed);
                end();
            }
            if (deployed == null) {
                generation.proceed();
                deployed = shares ? scenario.get() : null;
            } else {
                scenario.set(deployed);
            }
        }

        public void deploy(@Observes EventContext<DeployManagedDeployments> deployment) {
            if (scenario.get() != deployed || deployed.deployedDeployments().isEmpty()) {
                deployment.proceed();
            }
        }

        public void undeploy(@Observes EventContext<UnDeployManagedDeployments> undeployment) {
            if (ending || scenario.get() != deployed) {
                undeployment.proceed();
            }
        }

        public void afterAll(@Observes(precedence = 100) AfterSuite end) {
            if (deployed != null) {
                classes.get().activate(OneDeployment.class);
                scenario.set(deployed);
                end();
                classes.get().deactivate();
            }
        }

        private void end() {
            ending = true;
            undeploy.fire(new UnDeployManagedDeployments());
            ending = false;
            deployed = null;
        }
    }
}
