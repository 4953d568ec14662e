package org.gatehouse.conformance;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The deployment of the suite's server. */
public final class Fixture {
    public static final String SERVER = EverythingServer.NAME;

    private Fixture() {}

    /** Writes the WAR to the file that the argument names. */
    public static void main(String[] arguments) {
        deployment().as(ZipExporter.class).exportTo(new File(arguments[0]), true);
    }

    /** The WAR, which sees the classes of Gatehouse. */
    public static WebArchive deployment() {
        return ShrinkWrap.create(WebArchive.class, "everything.war")
                .addClasses(
                        AskingTools.class, EverythingServer.class, FixturePrompt.class, FixtureResources.class, FixtureTool.class, PlainTools.class)
                .addAsWebInfResource(
                        new StringAsset("""
                                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                                  <deployment>
                                    <dependencies>
                                      <module name="deployment.gatehouse.war"/>
                                      <module name="com.fasterxml.jackson.core.jackson-core"/>
                                      <module name="com.fasterxml.jackson.core.jackson-databind"/>
                                    </dependencies>
                                  </deployment>
                                </jboss-deployment-structure>
                                """),
                        "jboss-deployment-structure.xml");
    }
}
