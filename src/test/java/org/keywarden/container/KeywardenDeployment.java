package org.keywarden.container;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.keywarden.access.CallerSwitch;
import org.keywarden.access.Callers;
import org.keywarden.platform.housekeeping.Turns;
import org.keywarden.testing.AccessMatrix;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.Parallel;

/** The WAR that was built, with the tests and their helpers inside: one start for all classes. */
@ArquillianSuiteDeployment
public class KeywardenDeployment {

    @Deployment
    public static WebArchive keywarden() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/keywarden.war"))
                .addClasses(AuditIT.class, GuardIT.class, RetriedIT.class)
                .addClasses(PepperRotationIT.class, VerificationStatementsIT.class)
                .addClasses(ForgetfulResource.class, RegisteredResource.class)
                .addClasses(TreeResource.class, TreeResource.Branch.class, TreeResource.Twig.class)
                .addClasses(GuardedBeansIT.class, Doors.class, Doors.AdministratorsPage.class)
                .addClasses(Stubborn.class, Database.class, HousekeepingIT.class, Chronicler.class)
                .addClasses(Callers.class, CallerSwitch.class, Turns.class, Parallel.class)
                .addClasses(AccessMatrixIT.class, ProviderCallsIT.class)
                .addClasses(KnowingProvidersIT.class, ProviderKeysIT.class, Revocations.class)
                .addClasses(RevokingAtProvidersIT.class, Eventually.class, Shirkers.class)
                .addClasses(PageTextsIT.class, PageTextsIT.TestTimes.class)
                .addAsWebResource(PageTextsIT.page(), PageTextsIT.PATH)
                .addClasses(UsageOfKeysIT.class, KeyInsightsIT.class)
                .addClasses(ProfilesIT.class, EndingSessionsIT.class, ReleasingKeysIT.class)
                .addClasses(FailingServlet.class)
                .addAsResource(AccessMatrix.FILE.toFile(), "access-matrix.md")
                .addAsLibrary(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
