import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { chooseForm, recordFormChoice } from '../../forms/agree-on-form.ts';
import { acceptMailWarning, recordMailWarning } from '../../forms/mail-warning.ts';
import { offerForms, previewOffer } from '../../forms/offer-forms.ts';
import { readForms } from '../../forms/read-forms.ts';
import { bind } from '../bind.ts';
import type { Door } from '../door.ts';

/** In which form a copy goes: what can not be made, what is made instead, and mail without encryption. */
export function bindForms(door: Door, app: App): void {
  bind(door, app, contract.readForms, readForms);
  bind(door, app, contract.previewOffer, previewOffer);
  bind(door, app, contract.offerForms, offerForms);
  bind(door, app, contract.recordFormChoice, recordFormChoice);
  bind(door, app, contract.recordMailWarning, recordMailWarning);
  bind(door, app, contract.chooseForm, chooseForm);
  bind(door, app, contract.acceptMailWarning, acceptMailWarning);
}
