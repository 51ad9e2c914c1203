import type { App } from '../../app.ts';
import type { Door } from '../door.ts';
import { bindAuthority } from './authority.ts';
import { bindClock } from './clock.ts';
import { bindDemo } from './demo.ts';
import { bindDesk } from './desk.ts';
import { bindDeterminations } from './determinations.ts';
import { bindFees } from './fees.ts';
import { bindForms } from './forms.ts';
import { bindGiving } from './giving.ts';
import { bindHealth } from './health.ts';
import { bindImaging } from './imaging.ts';
import { bindInspection } from './inspection.ts';
import { bindIntake } from './intake.ts';
import { bindPortal } from './portal.ts';

/** Every route of the program. A route that is not bound from here does not exist. */
export function bindRoutes(door: Door, app: App): void {
  bindHealth(door, app);
  bindPortal(door, app);
  bindDesk(door, app);
  bindFees(door, app);
  bindClock(door, app);
  bindForms(door, app);
  bindInspection(door, app);
  bindIntake(door, app);
  bindAuthority(door, app);
  bindImaging(door, app);
  bindGiving(door, app);
  bindDeterminations(door, app);
  bindDemo(door, app);
}
