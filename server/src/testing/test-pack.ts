import { calendarDate, type Pack, packInForce, usFederal } from '@echoback/right-of-access';

/** Federal law alone, for tests of what needs no facility. */
export const testPack: Pack = federal();

function federal(): Pack {
  const found = packInForce([usFederal], 'us-federal', calendarDate('2026-11-23'));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}
