import type { App } from '../../app.ts';
import type { Door } from '../door.ts';

/** Every route of the program. A route that is not bound from here does not exist. */
export function bindRoutes(_door: Door, _app: App): void {}
