import { describeWith } from '../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../scripts/peers/test-database.ts';
import { withTool } from '../../scripts/peers/tools.ts';
import { askedFromSpring2027 } from './asked-from-spring-2027.ts';
import { askedIn2026 } from './asked-in-2026.ts';
import { askedInWinter2027 } from './asked-in-winter-2027.ts';
import { byPaper } from './by-paper.ts';
import { facilityInTime } from './facility-in-time.ts';
import { forOthersIn2026 } from './for-others-in-2026.ts';
import { youngAndDeadIn2027 } from './young-and-dead-in-2027.ts';

/**
 * Scenarios of the right of access through the running program; each sets its own days. What a scenario decides by
 * itself is in packages/right-of-access/src/scenarios; here the same days go by on the clock of a real facility.
 */
describeWith([haveDatabase(), withTool('pdftotext')], 'Facility F, federal rules, New York', () => {
  const f = facilityInTime('2026-05-04T09:00:00-04:00');
  askedIn2026(f);
  askedInWinter2027(f);
  askedFromSpring2027(f);
  byPaper(f);
  forOthersIn2026(f);
  youngAndDeadIn2027(f);
});
