import type { PackHistory } from '../policy-pack.ts';
import { euGdpr } from './eu-gdpr.ts';
import { usFederal } from './us-federal.ts';
import { california } from './us-states/ca.ts';
import { florida } from './us-states/fl.ts';
import { illinois } from './us-states/il.ts';
import { kentucky } from './us-states/ky.ts';
import { louisiana } from './us-states/la.ts';
import { massachusetts } from './us-states/ma.ts';
import { maryland } from './us-states/md.ts';
import { montana } from './us-states/mt.ts';
import { nevada } from './us-states/nv.ts';
import { newYork } from './us-states/ny.ts';
import { ohio } from './us-states/oh.ts';
import { alabama, georgia, michigan, mississippi, nebraska, northCarolina } from './us-states/records-only.ts';
import { rhodeIsland } from './us-states/ri.ts';
import { tennessee } from './us-states/tn.ts';
import { texas } from './us-states/tx.ts';
import { virginia } from './us-states/va.ts';
import { washington } from './us-states/wa.ts';
import { wisconsin } from './us-states/wi.ts';

/** Every pack that a facility may choose from: a base, and what stands on top of it. */
export const policyPacks: readonly PackHistory[] = [
  usFederal,
  alabama,
  california,
  florida,
  georgia,
  illinois,
  kentucky,
  louisiana,
  maryland,
  massachusetts,
  michigan,
  mississippi,
  montana,
  nebraska,
  nevada,
  newYork,
  northCarolina,
  ohio,
  rhodeIsland,
  tennessee,
  texas,
  virginia,
  washington,
  wisconsin,
  euGdpr,
];
