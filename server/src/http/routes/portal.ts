import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { readFacility } from '../../facility/read-facility.ts';
import { openRequestForm } from '../../letters/request-form/open-request-form.ts';
import { makeQuote } from '../../requests/make-quote.ts';
import { newPasscode } from '../../requests/new-passcode.ts';
import { proveIdentity } from '../../requests/prove-identity.ts';
import { readLetter } from '../../requests/read-letter.ts';
import { submitRequest } from '../../requests/submit-request.ts';
import { trackRequest } from '../../requests/track-request.ts';
import { confirmContact, sendContactCode } from '../../sign-in/contact-code.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { sendSignInCode } from '../../sign-in/sign-in-code.ts';
import { signOut } from '../../sign-in/sign-out.ts';
import { bind, bindFile, bindSignIn, bindSignOut } from '../bind.ts';
import type { Door } from '../door.ts';

/** Asking, coming back, and following one's own request. */
export function bindPortal(door: Door, app: App): void {
  bind(door, app, contract.readFacility, readFacility);
  bindFile(door, app, contract.openRequestForm, openRequestForm);
  bind(door, app, contract.makeQuote, makeQuote);
  bind(door, app, contract.sendContactCode, sendContactCode);
  bind(door, app, contract.confirmContact, confirmContact);
  bindSignIn(door, app, contract.submitRequest, submitRequest);
  bind(door, app, contract.sendSignInCode, sendSignInCode);
  bindSignIn(door, app, contract.signIn, signIn);
  bindSignOut(door, app, contract.signOut, signOut);
  bind(door, app, contract.trackRequest, trackRequest);
  bind(door, app, contract.proveIdentity, proveIdentity);
  bind(door, app, contract.newPasscode, newPasscode);
  bindFile(door, app, contract.readLetter, readLetter);
}
