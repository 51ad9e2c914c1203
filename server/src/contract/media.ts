import { z } from 'zod';
import { calendarDate, noContent, nothing, printChoice, zipPassword } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

/** Which disc or stick of the set that was made last; all in one without it. */
const piece = z.coerce.number().int().min(1).max(999).optional();
const medium = z.enum(['cd', 'dvd', 'usb']);
/** As sticks are sold, in GB of 10^9 bytes. */
const stickGigabytes = z.coerce.number().int().min(1).max(2048).default(8);

/** A disc, stick or prints cost something: they are made once the person said yes. */
const beforeTheYes = ['notice-missing', 'not-accepted', 'fee-awaited'] as const;

export const postMedia = endpoint({
  method: 'POST',
  path: '/api/desk/deliveries/:deliveryId/handover',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'A disc, stick or prints were handed to the carrier, or collected',
  input: z.object({
    deliveryId: z.uuid(),
    carrier: z.string().trim().min(2, { error: 'Who took it?' }).max(80),
    trackingNumber: z.string().trim().max(80).optional(),
    /** Somebody came for it: then there is no parcel to wait for. */
    collected: z.boolean().default(false),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', ...beforeTheYes],
});

export const recordArrival = endpoint({
  method: 'POST',
  path: '/api/desk/deliveries/:deliveryId/arrival',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The day on which the carrier says that the parcel arrived, where the facility waits for that (OD-8)',
  input: z.object({ deliveryId: z.uuid(), arrivedOn: calendarDate }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'invalid-input'],
});

export const planMedia = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/media',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'How many CDs, DVDs or sticks this copy takes, and the set that was made last',
  input: z.object({ deliveryId: z.uuid(), stickGigabytes }),
  output: z.object({
    /** Of the package as one ZIP. */
    sizeBytes: z.number(),
    plans: z.array(
      z.object({
        medium,
        capacityBytes: z.number(),
        /** Null when it can not be done; `why` says so. */
        pieces: z.int().nullable(),
        why: z.enum(['too-large-for-disc', 'larger-than-medium']).nullable(),
      }),
    ),
    /** What the facility's settings say of the name on a disc. */
    nameOnDisc: z.boolean(),
    made: z
      .object({
        medium,
        capacityBytes: z.number(),
        pieces: z.array(
          z.object({
            number: z.int(),
            sizeBytes: z.number(),
            files: z.int(),
            exams: z.array(z.object({ label: z.string(), studyDate: calendarDate.nullable() })),
          }),
        ),
      })
      .nullable(),
  }),
  refusals: ['not-found', 'still-preparing'],
});

export const makeMediaSet = endpoint({
  method: 'POST',
  path: '/api/desk/deliveries/:deliveryId/media',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'Deal the copy out to as many discs or sticks as it takes; each opens by itself',
  input: z.object({ deliveryId: z.uuid(), medium, stickGigabytes }),
  output: noContent,
  refusals: [
    'not-found',
    'still-preparing',
    'too-large-for-disc',
    'larger-than-medium',
    'storage-full',
    ...beforeTheYes,
  ],
});

export const downloadForMedia = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/package',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The package to burn or copy, or one disc or stick of the set that was made last',
  input: z.object({ deliveryId: z.uuid(), piece }),
  output: noContent,
  refusals: ['not-found', 'still-preparing', ...beforeTheYes],
  bytes: true,
});

export const downloadDiscImage = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/disc-image',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The package as an image to burn, or one disc of the set that was made last: ISO 9660, Joliet and UDF',
  input: z.object({ deliveryId: z.uuid(), piece }),
  output: noContent,
  refusals: ['not-found', 'still-preparing', 'too-large-for-disc', ...beforeTheYes],
  bytes: true,
});

export const downloadSealedForMedia = endpoint({
  method: 'POST',
  path: '/api/desk/deliveries/:deliveryId/sealed-package',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The package, or one stick of it, as a ZIP that opens with a password alone (AES-256)',
  input: z.object({ deliveryId: z.uuid(), piece, password: zipPassword }),
  output: noContent,
  refusals: ['not-found', 'still-preparing', ...beforeTheYes],
  bytes: true,
  form: true,
});

export const printDiscLabel = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/disc-label',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The face of the disc as PDF, 120 mm across',
  input: z.object({
    deliveryId: z.uuid(),
    piece,
    /** Without it, as the facility's settings say. */
    patientName: z.enum(['yes', 'no']).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
});

export const printMailingLabel = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/mailing-label',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The address of the parcel as PDF, 4 by 6 inches',
  input: z.object({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
});

export const printForDelivery = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/prints',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The pictures, and a frame of each clip, as a PDF to print',
  input: printChoice.extend({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing', 'nothing-to-print', ...beforeTheYes],
  bytes: true,
});

const megabytes = (most: number) =>
  z
    .int({ error: 'A whole number of MB.' })
    .min(1, { error: 'At least 1 MB.' })
    .max(most, { error: `At most ${most} MB.` });

const mediaSettings = {
  /** Is the patient's name printed on a disc unless somebody says otherwise for that disc? */
  nameOnDisc: z.boolean(),
  /** What one of the facility's blanks holds, in MB of 10^6 bytes. */
  cdMegabytes: megabytes(900),
  dvdMegabytes: megabytes(8547),
};

export const readMediaSettings = endpoint({
  method: 'GET',
  path: '/api/desk/media-settings',
  audience: 'desk',
  action: 'media-settings.read',
  summary: "What the facility's discs hold, and whether they say whose they are",
  input: nothing,
  output: z.object({ ...mediaSettings, atFirst: z.object(mediaSettings), decidedOn: calendarDate.nullable() }),
  refusals: ['forbidden'],
});

export const chooseMediaSettings = endpoint({
  method: 'PUT',
  path: '/api/desk/media-settings',
  audience: 'desk',
  action: 'media-settings.edit',
  summary: 'Choose how discs are made and labelled from now on',
  input: z.object(mediaSettings),
  output: noContent,
  refusals: ['forbidden'],
});
