import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { submitRequest } from '../../contract/portal.ts';
import { statementOf } from '../../requests/statement.ts';
import { authorizationGroup } from './form-authorization.ts';
import { costGroup } from './form-cost.ts';
import { isSentence } from './form-field.ts';
import { formGroups } from './form-groups.ts';
import { signatureGroup, staffGroup } from './form-signature.ts';
import { writeRequestForm } from './request-form-pdf.ts';

const statement = {
  en: statementOf('en', 'Riverside', 'the patient'),
  es: statementOf('es', 'Riverside', 'el paciente'),
};
const prices = { currency: 'USD', flatCapCents: 650, firstCopyFree: false } as const;
const groups = [
  ...formGroups,
  costGroup(prices),
  signatureGroup(statement),
  authorizationGroup({ name: 'Riverside', officeName: 'HIM' }),
  staffGroup,
];
const fields = groups.flatMap(({ rows }) => rows.flatMap((row) => (isSentence(row) ? [] : row)));

type Schema = { properties?: Record<string, Schema>; items?: Schema; enum?: string[]; type?: string };

/** `examItems.examType` and, for a choice, `examItems.examType=heart`: every leaf of what the portal sends. */
function leaves(schema: Schema, path: readonly string[] = []): string[] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, inner]) => leaves(inner, [...path, name]));
  }
  if (schema.items?.properties) return leaves(schema.items, path);
  const name = path.join('.');
  // The paper form asks for the language in words.
  const choices = name === 'language' ? [] : (schema.enum ?? []).map((choice) => `${name}=${choice}`);
  return [name, ...choices];
}

describe('the request form on paper', () => {
  it('has a place for every field and every choice of the portal’s request', () => {
    const asked = leaves(z.toJSONSchema(submitRequest.input, { io: 'input' }) as Schema);
    expect(asked).toContain('examItems.examType=heart');
    expect(asked.length).toBeGreaterThan(40);
    const answered = new Set(fields.flatMap((field) => field.answers ?? []));
    expect(asked.filter((leaf) => !answered.has(leaf))).toEqual([]);
    expect([...answered].filter((leaf) => !asked.includes(leaf))).toEqual([]);
  });

  it('gives each field a name of its own and words in both languages', () => {
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    for (const { label } of fields) expect([label.en, label.es].every((words) => words.length > 1)).toBe(true);
  });

  it('asks for no social security number, no reason and no notary', () => {
    const words = fields.map(({ label }) => `${label.en} ${label.es}`).join('\n');
    expect(words).not.toMatch(/social security|seguro social|insurance|reason|motivo|notar/i);
  });

  it('is a form that a screen can fill: a named field with a tooltip for each, ticks with both looks', async () => {
    const facility = {
      name: 'Riverside',
      officeName: 'HIM',
      address: ['1 A St', 'B'],
      phone: '555-010-0142',
      email: 'a@b.example',
    };
    const pdf = Buffer.from(await writeRequestForm({ ...facility, statement, prices }, 'es', new Date(0))).toString(
      'latin1',
    );
    for (const { name } of fields) expect(pdf).toContain(`/T (${name})`);
    expect(pdf.match(/\/TU /g)).toHaveLength(fields.length);
    expect(pdf.match(/\/FT \/Btn/g)).toHaveLength(fields.filter(({ kind }) => kind === 'tick').length);
    expect(pdf.match(/\/S \/Form\b/g)).toHaveLength(fields.length);
    expect(pdf).toMatch(/\/Lang \(es-US\)/);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(3);
  });

  it('names an amount only where the law knows a flat fee, in its money', () => {
    expect(JSON.stringify(costGroup(prices))).toContain('$6.50');
    const european = JSON.stringify(costGroup({ currency: 'EUR', flatCapCents: 0, firstCopyFree: true }));
    expect(european).toContain('so is your first copy');
    expect(european).not.toMatch(/\d\.\d|fee\.accept/);
  });
});
