/**
 * Measurements against yardsticks taken in the same run. Not part of the tests: {@code ./mvnw test -Dtest=EngineBenchmark}
 * prints them.
 */
package benchmark;
