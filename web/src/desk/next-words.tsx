import type { nextStep } from '@echoback/server/contract';
import type { z } from 'zod';
import type { deskEn } from '../locales/desk.en.ts';
import { deskText } from '../locales/desk.ts';
import type { Text } from '../locales/text.ts';
import { useText } from '../locales/use-text.tsx';

export type NextStep = z.output<typeof nextStep>;

/** What must happen next; bold when it is for staff to do. */
export function NextWords({ next }: { next: NextStep }) {
  const t = useText(deskText);
  const [first, more] = nextWords(t, next);
  return (
    <>
      {next.with === 'you' ? <strong>{first}</strong> : first}
      {more && ` · ${more}`}
    </>
  );
}

function nextWords(t: Text<typeof deskEn>, { step, facts }: NextStep): [string, (string | undefined)?] {
  const number = (name: string) => Number(facts[name] ?? 0);
  switch (step) {
    case 'prove-identity':
      if (facts.lack === 'consent') return [t('next-judge-consent')];
      return [t(facts.lack === 'authority' ? 'next-judge-authority' : 'next-prove-identity')];
    case 'decide-denial':
      return [
        t(
          facts.hand === 'licensed-professional'
            ? 'next-decide-denial-licensed-professional'
            : 'next-decide-denial-privacy-officer',
        ),
      ];
    case 'search':
      return [t('next-search', { count: Math.max(1, number('exams')) })];
    case 'retrieving':
      return [t('next-retrieving'), progress(t, number('held'), number('listed'))];
    case 'check-pictures':
      return [t('next-check-pictures'), checked(t, number('held'), number('listed'))];
    case 'post-media':
      return [t('next-post-media', { count: Math.max(1, number('count')) })];
    case 'await-arrival':
      return [t('next-await-arrival', { count: Math.max(1, number('count')) })];
    default:
      return [t(`next-${step}`)];
  }
}

function checked(t: Text<typeof deskEn>, held: number, listed: number): string | undefined {
  if (listed > held) return t('next-missing', { count: listed - held });
  return held > 0 ? t('next-files', { count: held }) : undefined;
}

function progress(t: Text<typeof deskEn>, held: number, listed: number): string | undefined {
  return listed > 0 ? t('n-of-m', { n: held, m: listed }) : undefined;
}
