/** Measurements against yardsticks taken in the same run. Not part of the tests: {@code ./mvnw -Pbenchmark test} prints them. */
package benchmark;
