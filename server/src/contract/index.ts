import * as desk from './desk.ts';
import * as portal from './portal.ts';
import * as recipient from './recipient.ts';

/** The whole API. A route that is not here does not exist. */
export const contract = { ...portal, ...recipient, ...desk };

export * from './common-fields.ts';
export * from './desk.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './offline-viewer.ts';
export * from './portal.ts';
export * from './recipient.ts';
