package io.feishuhire.playground;

import io.camunda.client.api.command.ClientException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers what cannot be done with a sentence for the user of the page. */
@RestControllerAdvice
final class Problems {

    private final Playground playground;

    Problems(Playground playground) {
        this.playground = playground;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Problem.Text>> answer(Problem problem) {
        return ResponseEntity.status(problem.status()).body(Map.of("problem", problem.text()));
    }

    /** The engine's refusal, such as that of a user task that was completed elsewhere; or it does not answer at all. */
    @ExceptionHandler({ClientException.class, IllegalStateException.class})
    ResponseEntity<Map<String, Problem.Text>> answer(RuntimeException refused) {
        return answer(
                playground.health().check()
                        ? Problem.refused(refused.getMessage(), refused)
                        : Problem.engineStopped(refused));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Problem.Text>> answer(HttpMessageNotReadableException noJson) {
        return answer(
                Problem.invalid("The page has sent something that is not what this call takes.", "页面发送的内容不符合该操作的要求。"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Problem.Text>> answer(MethodArgumentTypeMismatchException noKey) {
        return answer(Problem.invalid("This is not the key of anything here.", "此处没有与该键对应的内容。"));
    }
}
