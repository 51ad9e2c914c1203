import { z } from 'zod';
import { email } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const electronicCopy = {
  directiveId: z.uuid(),
  kind: z.enum(['secure-link', 'cd', 'usb']),
  recipientEmail: email.optional(),
};
/** Of a secure link, told once: the person passes it on another way. */
const chosenCopy = z.object({ passcode: z.string().nullable() });

export const chooseElectronicCopy = endpoint({
  method: 'POST',
  path: '/api/portal/directives/:directiveId/electronic-copy',
  audience: 'requester',
  action: 'form.choose',
  summary:
    'Instead of prints for somebody else, an electronic copy under the directive that is there; 45 CFR 164.524(c)(3)(ii)',
  input: z.object(electronicCopy),
  output: chosenCopy,
  refusals: ['not-found', 'wrong-step'],
});

export const recordElectronicCopy = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/directives/:directiveId/electronic-copy',
  audience: 'desk',
  action: 'form.offer',
  summary: 'Note the yes to an electronic copy instead of prints for somebody else, told to the office',
  input: z.object({ ...electronicCopy, requestId: z.uuid(), how: z.enum(['phone', 'mail', 'in-person']) }),
  output: chosenCopy,
  refusals: ['not-found', 'wrong-step'],
});
