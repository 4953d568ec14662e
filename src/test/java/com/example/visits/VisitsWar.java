package com.example.visits;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR, as the company's build would make it. */
public final class VisitsWar {
    private VisitsWar() {}

    /** A WAR of this name with these classes. */
    public static WebArchive of(String name, Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addClasses(classes)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(
                        new StringAsset("org.gatehouse.extension.GatehouseExtension\n"), "META-INF/services/jakarta.enterprise.inject.spi.Extension")
                .addAsManifestResource(
                        new StringAsset("""
                                <jboss xmlns="urn:jboss:1.0">
                                  <jboss-deployment-dependencies xmlns="urn:jboss:deployment-dependencies:1.0">
                                    <dependency name="gatehouse.war"/>
                                  </jboss-deployment-dependencies>
                                </jboss>
                                """),
                        "jboss-all.xml")
                .addAsWebInfResource(
                        new StringAsset("""
                                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                                  <deployment>
                                    <dependencies>
                                      <module name="deployment.gatehouse.war"/>
                                    </dependencies>
                                  </deployment>
                                </jboss-deployment-structure>
                                """),
                        "jboss-deployment-structure.xml");
    }
}
