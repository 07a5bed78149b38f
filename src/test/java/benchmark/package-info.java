/** Measurements against yardsticks taken in the same run; see {@code docs/performance.md}. */
package benchmark;
