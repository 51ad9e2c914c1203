import type { LetterLanguage } from '@echoback/right-of-access';

export type InEach = Readonly<Record<LetterLanguage, string>>;

/** One place to write or tick. `answers` names the fields of the portal's request, and their choices, that it asks for. */
export type FormField = {
  /** The name of the field inside the PDF: `patient.familyName`. */
  readonly name: string;
  readonly kind: 'line' | 'lines' | 'tick' | 'signature';
  readonly label: InEach;
  /** Required, required in this case, or never in the way. */
  readonly need: 'R' | 'C' | 'O';
  readonly answers?: readonly string[];
};

/** Fields side by side, or a sentence. */
export type FormRow = readonly FormField[] | InEach;

export type FormGroup = { readonly title: InEach; readonly rows: readonly FormRow[] };

export function line(name: string, need: FormField['need'], label: InEach, answers?: readonly string[]): FormField {
  return { name, kind: 'line', need, label, ...(answers ? { answers } : {}) };
}

export function tick(name: string, label: InEach, answers?: readonly string[]): FormField {
  return { name, kind: 'tick', need: 'O', label, ...(answers ? { answers } : {}) };
}

export function isSentence(row: FormRow): row is InEach {
  return 'en' in row;
}
