package io.feishuhire.runtime;

import ch.qos.logback.classic.LoggerContext;
import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.JobWorkerManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Camunda's stock connector runtime, with a stop that waits for the jobs under way. */
@SpringBootApplication(proxyBeanMethods = false)
class RuntimeApplication {

    private static final String TIME_TO_STOP = "spring.lifecycle.timeout-per-shutdown-phase";
    private static final Duration DEFAULT_TIME_TO_STOP = Duration.ofSeconds(20);
    private static final String REQUEST_TIMEOUT = "camunda.client.worker.defaults.request-timeout";

    static void start(String... arguments) {
        SpringApplication.run(RuntimeApplication.class, arguments);
    }

    /** Camunda's starter defines the bean without a condition, so it can be replaced only once it is there. */
    @Bean
    static BeanPostProcessor gracefulStop(
            Environment environment, ObjectProvider<CamundaClientExecutorService> threads) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JobWorkerManager workers
                        ? new GracefulJobWorkers(
                                workers,
                                (ScheduledThreadPoolExecutor)
                                        threads.getObject().get(),
                                environment.getRequiredProperty(REQUEST_TIMEOUT, Duration.class),
                                timeToStop(environment))
                        : bean;
            }
        };
    }

    @Bean
    ClusterWatch clusterWatch() {
        return new ClusterWatch();
    }

    /** A bean, because Spring resets the log at the start. */
    @Bean
    FetchFailures fetchFailures() {
        var filter = new FetchFailures(InstantSource.system());
        filter.start();
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(filter);
        return filter;
    }

    @Bean
    HealthIndicator feishuHireHealthIndicator() {
        return new SettingsHealth(System.getenv());
    }

    private static Duration timeToStop(Environment environment) {
        return environment.getProperty(TIME_TO_STOP, Duration.class, DEFAULT_TIME_TO_STOP);
    }
}
