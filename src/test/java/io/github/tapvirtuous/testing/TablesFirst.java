package io.github.tapvirtuous.testing;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips all other tests while a table lacks a file: {@code TableFilesTest} then says which, and
 * hundreds of failures do not. JUnit finds it under {@code META-INF/services}.
 */
public final class TablesFirst implements ExecutionCondition {
  private static final String TEST = "TableFilesTest";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var missing = isAnotherClass(context) ? TableFiles.missing() : List.<String>of();
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("no table lacks a file, or this test says so")
        : ConditionEvaluationResult.disabled(String.join(", ", missing));
  }

  private static boolean isAnotherClass(ExtensionContext context) {
    return context.getTestMethod().isEmpty()
        && context.getTestClass().filter(each -> !each.getSimpleName().equals(TEST)).isPresent();
  }
}
