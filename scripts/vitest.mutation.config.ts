import { defineConfig } from 'vitest/config';

/**
 * The tests that judge mutants of the law. Property tests stay out: a rule that only thousands of random cases can tell from
 * a wrong one lacks the example that a reader would look for, and each mutant would cost seconds.
 */
export default defineConfig({
  test: {
    include: ['packages/right-of-access/src/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.property.test.ts'],
  },
});
