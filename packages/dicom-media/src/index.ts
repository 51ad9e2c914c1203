export * from './outcome.ts';
export * from './part10/data-set.ts';
