import type { FastifyInstance } from 'fastify';

/** What the HTTP door knows about where it stands. */
export type DoorSettings = {
  /** Every origin under which people reach us; the first is printed in mail. Cookies are Secure when it is https. */
  publicOrigins: readonly string[];
  /** Proxies whose X-Forwarded-For is believed; nobody else's is (S3.9). */
  trustedProxies: readonly string[];
  /** Where the built web pages are. */
  webFolder: string;
};

export type Door = { fastify: FastifyInstance; settings: DoorSettings; secure: boolean };
