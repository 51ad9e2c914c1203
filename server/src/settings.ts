import { z } from 'zod';

/** One setting: its names, what it takes, what it means. docs/settings.md is made from this table. */
export type Setting<T = unknown> = {
  env: string;
  /** As an option of the command line, without the dashes. */
  flag?: string;
  schema: z.ZodType<T>;
  /** Ends the sentence "ECHOBACK_PORT must be …". */
  mustBe: string;
  description: string;
  /** What holds when nothing is said, in words where it is computed. */
  defaultText: string;
  secret?: true;
};

const yesNo = z.union([
  z.boolean(),
  z.enum(['true', 'yes', '1', 'false', 'no', '0']).transform((word) => ['true', 'yes', '1'].includes(word)),
]);
const portNumber = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(65_535));
const nonEmpty = z.string().trim().min(1);
/** Ten digits in any usual spelling: what a letter of the federal pack must hold. */
const phoneNumber = nonEmpty.max(40).regex(/\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}/);
const urlOf = (...protocols: string[]) =>
  nonEmpty.refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

export const settings = {
  dataFolder: {
    env: 'ECHOBACK_DATA',
    flag: 'data',
    schema: nonEmpty,
    mustBe: 'the path of a folder',
    description: 'Folder of the embedded database, the pictures and echoback.json. One Echoback at a time owns it.',
    defaultText: './data',
  },
  host: {
    env: 'ECHOBACK_HOST',
    flag: 'host',
    schema: nonEmpty,
    mustBe: 'an address of this machine',
    description: 'Address to listen on. Anything but loopback needs a declared proxy that speaks TLS.',
    defaultText: '127.0.0.1',
  },
  port: {
    env: 'ECHOBACK_PORT',
    flag: 'port',
    schema: portNumber,
    mustBe: 'a whole number from 0 to 65535',
    description: 'Port to listen on; 0 takes any free one.',
    defaultText: '8460',
  },
  behindTlsProxy: {
    env: 'ECHOBACK_BEHIND_TLS_PROXY',
    schema: yesNo,
    mustBe: 'true or false',
    description: 'Declares that a proxy in front speaks TLS with browsers; its X-Forwarded headers are then believed.',
    defaultText: 'false',
  },
  publicUrl: {
    env: 'ECHOBACK_PUBLIC_URL',
    schema: urlOf('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    mustBe: 'an address that begins with https:// (http:// only on loopback)',
    description: 'Address under which patients reach the portal; links in mails begin with it.',
    defaultText: 'http:// with the address and port it listens on',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    schema: urlOf('postgres:', 'postgresql:'),
    mustBe: 'an address that begins with postgresql://',
    description: 'A PostgreSQL 15 or newer to use instead of the embedded one.',
    defaultText: 'the embedded PostgreSQL in the data folder',
    secret: true,
  },
  oldPostgres: {
    env: 'ECHOBACK_OLD_POSTGRES',
    schema: nonEmpty,
    mustBe: 'the folder that holds bin/postgres',
    description:
      'Server programs of the older PostgreSQL that made the files in the data folder; needed once, for their upgrade.',
    defaultText: 'where packages of operating systems put that version',
  },
  smtpUrl: {
    env: 'SMTP_URL',
    schema: urlOf('smtp:', 'smtps:'),
    mustBe: 'an address that begins with smtp:// or smtps://',
    description: 'Mail server that takes codes, links and letters. In the demo, mail lies on the outbox page instead.',
    defaultText: 'none, which only the demo may do without',
    secret: true,
  },
  mailFrom: {
    env: 'ECHOBACK_MAIL_FROM',
    schema: nonEmpty.regex(/@/),
    mustBe: 'a mail address',
    description: 'Sender of all mail.',
    defaultText: 'echoback@ and the host of the public address',
  },
  mailLimitMegabytes: {
    env: 'ECHOBACK_MAIL_LIMIT_MB',
    schema: z.coerce.number().int().min(1).max(1000),
    mustBe: 'a whole number of megabytes from 1 to 1000',
    description:
      'Largest message that the mail server takes. A copy by plain e-mail that is larger is offered in another form.',
    defaultText: '25',
  },
  demo: {
    env: 'ECHOBACK_DEMO',
    flag: 'demo',
    schema: yesNo,
    mustBe: 'true or false',
    description: 'The demo facility: made studies, a generated staff password, an outbox page. Loopback only.',
    defaultText: 'true when neither echoback.json nor a public address, database or mail server is given',
  },
  testClock: {
    env: 'ECHOBACK_TEST_CLOCK',
    schema: z.iso.datetime({ offset: true }),
    mustBe: 'an instant such as 2026-03-01T09:00:00Z',
    description:
      'Instant at which the clock starts, to be moved by PUT /api/demo/clock; only in the demo, to see days go by.',
    defaultText: 'the clock of the machine',
  },
  ffmpegPath: {
    env: 'ECHOBACK_FFMPEG',
    schema: nonEmpty,
    mustBe: 'the path of the program',
    description: 'The ffmpeg that makes clips.',
    defaultText: 'ffmpeg of the PATH, else the one that npm installed',
  },
  timeZone: {
    env: 'ECHOBACK_TIME_ZONE',
    schema: nonEmpty.refine(isTimeZone),
    mustBe: 'an IANA time zone such as America/Chicago',
    description: "The facility's time zone: it decides which calendar day a request was received on.",
    defaultText: 'the zone of the machine',
  },
  facilityName: {
    env: 'ECHOBACK_FACILITY_NAME',
    schema: nonEmpty.max(120),
    mustBe: 'the name of the facility',
    description: 'Who answers: on every page, letter and package. Needed outside the demo.',
    defaultText: 'Riverside Imaging in the demo',
  },
  facilityAddress: {
    env: 'ECHOBACK_FACILITY_ADDRESS',
    schema: nonEmpty.max(500),
    mustBe: 'a postal address, its lines parted by semicolons',
    description:
      'Where letters come from and complaints go to, as "1 River Road; Springfield, NY 12345". Needed outside the demo.',
    defaultText: 'an invented one in the demo',
  },
  facilityPhone: {
    env: 'ECHOBACK_FACILITY_PHONE',
    schema: phoneNumber,
    mustBe: 'a phone number such as (555) 555-0140',
    description: 'The records office, as letters must name it. Needed outside the demo.',
    defaultText: 'an invented one in the demo',
  },
  supervisorEmail: {
    env: 'ECHOBACK_SUPERVISOR_EMAIL',
    schema: z.email(),
    mustBe: 'a mail address',
    description: 'Where supervisors read of requests that are late, nearly late, or could be met and wait.',
    defaultText: 'none: the records office hears of everything',
  },
  privacyOfficerPhone: {
    env: 'ECHOBACK_PRIVACY_OFFICER_PHONE',
    schema: phoneNumber,
    mustBe: 'a phone number such as (555) 555-0140',
    description: 'Who hears complaints, 45 CFR 164.524(d)(2)(iii).',
    defaultText: 'the phone of the records office',
  },
  logLevel: {
    env: 'ECHOBACK_LOG_LEVEL',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    mustBe: 'fatal, error, warn, info, debug or silent',
    description: 'How much is logged. No level logs names, codes or addresses of people.',
    defaultText: 'info',
  },
} satisfies Record<string, Setting>;

function isTimeZone(text: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
