import type { Pack } from '@echoback/right-of-access';

/** Where the law gives the first copy free, on whatever it comes. As a quote reads it: a rule of low confidence makes nothing free. */
export function firstCopyFreeCite({ access }: Pack): string | null {
  const cites = access.flatMap(({ conf, cite, fee }) =>
    fee.freeWhen
      .filter((rule) => rule.when === 'first-copy' && conf !== 'low' && rule.conf !== 'low')
      .map((rule) => rule.cite ?? cite),
  );
  return cites[0] ?? null;
}
