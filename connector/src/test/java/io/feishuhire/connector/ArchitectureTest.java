package io.feishuhire.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.feishuhire.connector", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String FEISHU = "io.feishuhire.connector.feishu..";
    private static final String[] CONNECTORS = {
        "io.feishuhire.connector.publish..",
        "io.feishuhire.connector.check..",
        "io.feishuhire.connector.choices..",
        "io.feishuhire.connector.create..",
        "io.feishuhire.connector.lookup..",
        "io.feishuhire.connector.openclose.."
    };
    private static final String MAPPING = "io.feishuhire.connector.mapping..";
    private static final String RATE_LIMIT = "io.feishuhire.connector.feishu.ratelimit..";
    private static final String PROXY = "io.feishuhire.connector.feishu.proxy..";

    /** Every package that is neither of the shared layers is a connector. */
    @ArchTest
    static final ArchRule each_layer_knows_only_the_one_below = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("connectors")
            .definedBy(CONNECTORS)
            .layer("mapping")
            .definedBy(MAPPING)
            .layer("Feishu client")
            .definedBy(FEISHU)
            .whereLayer("connectors")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("mapping")
            .mayOnlyBeAccessedByLayers("connectors");

    @ArchTest
    static final ArchRule every_class_is_in_a_layer = classes()
            .should()
            .resideInAnyPackage(Stream.concat(Stream.of(CONNECTORS), Stream.of(MAPPING, FEISHU))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule no_packages_depend_on_each_other =
            slices().matching("io.feishuhire.connector.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_feishu_client_knows_nothing_of_camunda = noClasses()
            .that()
            .resideInAPackage(FEISHU)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.camunda..");

    @ArchTest
    static final ArchRule the_rate_limit_knows_only_java = classes()
            .that()
            .resideInAPackage(RATE_LIMIT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(RATE_LIMIT, "java..");

    @ArchTest
    static final ArchRule the_proxy_knows_only_java_and_the_log = classes()
            .that()
            .resideInAPackage(PROXY)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PROXY, "java..", "javax.net..", "org.slf4j..");

    /** A runtime may lack Micrometer. */
    @ArchTest
    static final ArchRule one_class_needs_micrometer = noClasses()
            .that()
            .doNotHaveSimpleName("MicrometerMeters")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    /** Connectors reach Feishu through the calls of the client, not through its limits or proxies. */
    @ArchTest
    static final ArchRule the_leaves_serve_the_client_alone = noClasses()
            .that()
            .resideOutsideOfPackages(FEISHU)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RATE_LIMIT, PROXY);
}
