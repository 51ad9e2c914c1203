import { test } from 'vitest';

/**
 * One story told in tests: after a step that failed the others are not tried, they could only fail for its sake.
 * `onFailure` may keep what there is to see.
 */
export function tellStory(onFailure?: () => Promise<void>): (name: string, step: () => Promise<void>) => void {
  let broken = false;
  return (name, step) => {
    test(name, async (context) => {
      if (broken) return context.skip('an earlier step failed');
      broken = true;
      await step().catch(async (fault: unknown) => {
        await onFailure?.().catch(() => undefined);
        throw fault;
      });
      broken = false;
    });
  };
}
