import { deskFailuresEn } from '../locales/desk-failures.en.ts';
import { deskFailuresText } from '../locales/desk-failures.ts';
import type { Text } from '../locales/text.ts';
import { useText } from '../locales/use-text.tsx';

export type FailureText = Text<typeof deskFailuresEn>;

export function useFailureText(): FailureText {
  return useText(deskFailuresText);
}

/** What a failure code means and what to do about it; a code without words is shown as it is. */
export function failureWords(t: FailureText, code: string): string {
  return Object.hasOwn(deskFailuresEn, code) ? t(code as keyof typeof deskFailuresEn) : code;
}
