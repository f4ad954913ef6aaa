package io.feishuhire.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.feishuhire.connector", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule each_layer_knows_only_the_one_below = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("function")
            .definedBy("io.feishuhire.connector")
            .layer("mapping")
            .definedBy("io.feishuhire.connector.mapping..")
            .layer("Feishu client")
            .definedBy("io.feishuhire.connector.feishu..")
            .whereLayer("function")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("mapping")
            .mayOnlyBeAccessedByLayers("function")
            .whereLayer("Feishu client")
            .mayOnlyBeAccessedByLayers("mapping");

    @ArchTest
    static final ArchRule the_feishu_client_knows_nothing_of_camunda = noClasses()
            .that()
            .resideInAPackage("io.feishuhire.connector.feishu..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.camunda..");
}
