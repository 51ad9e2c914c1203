import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { answerFee, recordFeeAnswer } from '../../fees/answer-fee.ts';
import { confirmFee } from '../../fees/confirm-fee.ts';
import { changeFeeSchedule, readFeeSchedule } from '../../fees/fee-schedule.ts';
import { holdForMoney } from '../../fees/hold-for-money.ts';
import { logLabour } from '../../fees/log-labour.ts';
import { noteCircumstance } from '../../fees/note-circumstance.ts';
import { addFeeLine, quoteAgain, sendFeeNotice } from '../../fees/quote-again.ts';
import { readFeeAccount } from '../../fees/read-fee-account.ts';
import { recordPayment, refundFee } from '../../fees/refund-fee.ts';
import { waiveFee } from '../../fees/waive-fee.ts';
import { bind } from '../bind.ts';
import type { Door } from '../door.ts';

/** What a copy costs: the price list for everybody, the fee of one request, and the person's yes or no. */
export function bindFees(door: Door, app: App): void {
  bind(door, app, contract.readFeeSchedule, readFeeSchedule);
  bind(door, app, contract.changeFeeSchedule, changeFeeSchedule);
  bind(door, app, contract.readFeeAccount, readFeeAccount);
  bind(door, app, contract.quoteAgain, quoteAgain);
  bind(door, app, contract.addFeeLine, addFeeLine);
  bind(door, app, contract.sendFeeNotice, sendFeeNotice);
  bind(door, app, contract.recordFeeAnswer, recordFeeAnswer);
  bind(door, app, contract.answerFee, answerFee);
  bind(door, app, contract.confirmFee, confirmFee);
  bind(door, app, contract.logLabour, logLabour);
  bind(door, app, contract.noteCircumstance, noteCircumstance);
  bind(door, app, contract.waiveFee, waiveFee);
  bind(door, app, contract.holdForMoney, holdForMoney);
  bind(door, app, contract.recordPayment, recordPayment);
  bind(door, app, contract.refundFee, refundFee);
}
