export * from './charset/decode-text.ts';
export * from './charset/person-name.ts';
export * from './outcome.ts';
export * from './part10/data-set.ts';
export * from './part10/limits.ts';
export * from './part10/text.ts';
