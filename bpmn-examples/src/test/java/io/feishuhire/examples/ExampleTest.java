package io.feishuhire.examples;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class of one example. Its tests may take an {@link ExampleFixture} as a parameter. Together with the
 * example's other test classes it must take every sequence flow of the diagram: see {@link FlowCoverage}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ExampleExtension.class)
@interface ExampleTest {

    Example value();

    /** Whether the tests move the clock. The class then has its own engine, and its tests must run one by one. */
    boolean movesTheClock() default false;
}
