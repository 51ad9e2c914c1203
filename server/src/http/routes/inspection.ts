import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { answerInspectionOffer, recordInspectionAnswer } from '../../inspection/answer-offer.ts';
import { offerInspection, previewInspectionOffer } from '../../inspection/offer-times.ts';
import { readInspection } from '../../inspection/read-inspection.ts';
import { recordInspectionVisit, recordMissedVisit } from '../../inspection/record-visit.ts';
import { bind } from '../bind.ts';
import type { Door } from '../door.ts';

/** Looking at the pictures in person: times, answers and visits. */
export function bindInspection(door: Door, app: App): void {
  bind(door, app, contract.readInspection, readInspection);
  bind(door, app, contract.previewInspectionOffer, previewInspectionOffer);
  bind(door, app, contract.offerInspection, offerInspection);
  bind(door, app, contract.recordInspectionAnswer, recordInspectionAnswer);
  bind(door, app, contract.recordInspectionVisit, recordInspectionVisit);
  bind(door, app, contract.recordMissedVisit, recordMissedVisit);
  bind(door, app, contract.answerInspectionOffer, answerInspectionOffer);
}
