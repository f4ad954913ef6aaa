package io.feishuhire.examples;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests of one example, each of which may take an {@link ExampleRunner} as a parameter. Together with the
 * example's other test classes it must take every sequence flow of the diagram: see {@link FlowCoverage}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ExampleTesting.class)
@interface TestsExample {

    Example value();

    /** Whether the class has an engine of its own because it moves the clock. Its tests must run one by one then. */
    boolean movesTheClock() default false;
}
