package org.gatehouse.testing;

import java.util.EnumMap;
import java.util.Map;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Resolves parameters with {@link RunAs}. All persons of one test live in one organisation of its own, so what one of them writes the others see as far
 * as they may, and the next test begins anew.
 */
public final class RunAsExtension implements ParameterResolver {
    private static final Namespace WORLDS = Namespace.create(RunAsExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.isAnnotated(RunAs.class) && parameter.getParameter().getType() == Person.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RunAs wanted = parameter.findAnnotation(RunAs.class).orElseThrow();
        Worlds worlds = test.getStore(WORLDS).getOrComputeIfAbsent(test.getUniqueId(), id -> new Worlds(), Worlds.class);
        return new Person(worlds.on(wanted.on()), wanted.value());
    }

    private static final class Worlds {
        private final Map<Product, TestObjects> byProduct = new EnumMap<>(Product.class);

        TestObjects on(Product product) {
            return byProduct.computeIfAbsent(product, absent -> new TestObjects(SampleWorld.own(absent)));
        }
    }
}
