package org.gatehouse.extension.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.extension.running.ExtensionWorld.LIMIT;
import static org.gatehouse.extension.running.ExtensionWorld.refusal;

import com.example.rough.ClashingTools;
import com.example.rough.SqlTools;
import com.example.visits.VisitTools;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;

/** Deployments come and go. */
class ContributionsTest {
    @Test
    void aNameThatIsTakenIsRefusedAndNothingElseBreaks() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new VisitTools());

        world.contribute("second", new ClashingTools());

        assertThat(world.contributions.all()).extracting(tool -> tool.definition().name()).containsExactly("accountsToVisit", "other", "reportProblem");
        assertThat(world.contributions.origin("accountsToVisit")).isEqualTo("sample");
        assertThat(world.contributions.origin("other")).isEqualTo("second");
        assertThat(world.contributions.refusals()).satisfiesExactlyInAnyOrder(
                line -> assertThat(line).startsWith("second: ").contains("clash: the name 'accountsToVisit' is taken"),
                line -> assertThat(line).contains("ofAnother: this deployment has no prompt 'prepareVisit' with 'account'"),
                line -> assertThat(line).contains("clashWithABean: the name 'deleteAll' is taken"));
    }

    @Test
    void whatIsRefusedIsNotOffered() {
        var world = new ExtensionWorld(Product.H2, LIMIT);
        world.contribute("bad", new SqlTools(), new VisitTools());

        assertThat(world.contributions.find("readsPastPermissions")).isEmpty();
        assertThat(world.contributions.find("accountsToVisit")).as("the other class of the deployment").isPresent();
        assertThat(world.contributions.refusals()).anySatisfy(line -> assertThat(line).startsWith("bad: com.example.rough.SqlTools: ").contains("java.sql."));
    }

    @Test
    void aToolGoesWithItsDeploymentAndComesBackWithIt() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new VisitTools());
        long before = world.contributions.version();

        world.withdraw("sample");

        assertThat(world.contributions.version()).isNotEqualTo(before);
        // Nothing is left on the server that any token could be for.
        assertThat(refusal(() -> world.tools("ceo"))).isInstanceOf(Problem.InsufficientScope.class);
        world.contribute("sample", new VisitTools());
        assertThat(world.tools("ceo")).containsExactly("accountsToVisit", "reportProblem");
    }

    @Test
    void noClassOfADeploymentIsHeldAfterItHasGone() throws Exception {
        var world = new ExtensionWorld(Product.H2, LIMIT);
        WeakReference<ClassLoader> loader = deployCallAndUndeploy(world);

        // Nobody calls after the deployment has gone, so the snapshots of servers still hold the tool; but not its classes.
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> deployCallAndUndeploy(ExtensionWorld world) throws Exception {
        var loader = new Isolated();
        Object bean = loader.loadClass(VisitTools.class.getName()).getConstructor().newInstance();
        assertThat(bean.getClass()).isNotEqualTo(VisitTools.class);
        world.contribute("sample", bean);
        world.offer("{\"title\": \"Visits\", \"tools\": [{\"tool\": \"accountsToVisit\"}]}");
        world.call("ceo", "accountsToVisit", "{\"industry\": \"Energy\"}");
        world.withdraw("sample");
        return new WeakReference<>(loader);
    }

    /** A class loader of a deployment: the company's classes are its own, Gatehouse's are shared. */
    private static final class Isolated extends ClassLoader {
        Isolated() {
            super(Isolated.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.example.visits.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream file = Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
