import type { LetterLanguage } from '@echoback/right-of-access';
import {
  addText,
  columnWidth,
  ensureRoom,
  type LetterPage,
  openPage,
  page,
  styles,
  textHeight,
} from '../letter-page.ts';
import { letterWords } from '../letter-words.ts';
import { drawField, fieldHeight } from './draw-field.ts';
import { authorizationGroup } from './form-authorization.ts';
import { costGroup, type FormPrices } from './form-cost.ts';
import { type FormGroup, type FormRow, isSentence } from './form-field.ts';
import { formGroups } from './form-groups.ts';
import { signatureGroup, staffGroup } from './form-signature.ts';

export type FormFacility = {
  readonly name: string;
  readonly officeName: string;
  readonly address: readonly string[];
  readonly phone: string;
  readonly email: string;
  /** What is signed, in each language. */
  readonly statement: { readonly en: string; readonly es: string };
  readonly prices: FormPrices;
};

const words = {
  en: {
    title: 'Ask for copies of your pictures',
    lead: 'Fill this in on the screen or with a pen. A star (*) marks what we need. You do not have to say why you ask. You need no notary, and you do not have to come in.',
    send: 'Send it to {office}, {address}, or to {email}. Questions: {phone}. We can fill it in with you on the phone.',
  },
  es: {
    title: 'Pida copias de sus imágenes',
    lead: 'Llénelo en la pantalla o con pluma. La estrella (*) marca lo que necesitamos. No tiene que decir por qué las pide. No necesita un notario y no tiene que venir.',
    send: 'Mándelo a {office}, {address}, o a {email}. Preguntas: {phone}. Lo podemos llenar con usted por teléfono.',
  },
} as const;

/** The paper form: usable with a pen and on a screen, tagged, the same fields as the portal. */
export async function writeRequestForm(
  facility: FormFacility,
  language: LetterLanguage,
  madeOn: Date,
): Promise<Uint8Array> {
  const say = words[language];
  const form = openPage({
    title: `${say.title}: ${facility.name}`,
    author: facility.name,
    languages: [letterWords[language].tag],
    madeOn,
    fillable: true,
  });
  const { doc, root } = form;
  const bytes = collect(doc);
  doc.font('Helvetica').initForm();
  addText(form, root, 'H1', say.title, styles.title, { x: page.side, y: page.top - 14, width: columnWidth });
  doc.y += 4;
  paragraph(form, say.lead);
  paragraph(form, sendTo(facility, language));
  const groups = [
    ...formGroups,
    costGroup(facility.prices),
    signatureGroup(facility.statement),
    authorizationGroup(facility),
    staffGroup,
  ];
  for (const group of groups) drawGroup(form, group, language);
  root.end();
  doc.end();
  return bytes;
}

function sendTo({ officeName, address, email, phone }: FormFacility, language: LetterLanguage): string {
  const facts: Record<string, string> = { office: officeName, address: address.join(', '), email, phone };
  return words[language].send.replaceAll(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
}

function drawGroup(form: LetterPage, { title, rows }: FormGroup, language: LetterLanguage): void {
  const { doc, root } = form;
  const first = rows.slice(0, 2).reduce((sum, row) => sum + rowHeight(doc, row, language), 0);
  ensureRoom(doc, 24 + first, formBottom);
  const section = doc.struct('Sect');
  root.add(section);
  const inside = { doc, root: section };
  addText(form, section, 'H2', title[language], styles.heading, { x: page.side, y: doc.y + 6, width: columnWidth });
  doc.y += 2;
  for (const row of rows) drawRow(inside, row, language);
  section.end();
}

const gap = 10;
/** A form has no foot to keep clear of. */
const formBottom = 40;

function drawRow(form: LetterPage, row: FormRow, language: LetterLanguage): void {
  const { doc, root } = form;
  ensureRoom(doc, rowHeight(doc, row, language), formBottom);
  if (isSentence(row)) {
    paragraph(form, row[language]);
    return;
  }
  const width = (columnWidth - gap * (row.length - 1)) / row.length;
  const { y } = doc;
  row.forEach((field, index) => {
    const label = field.need === 'R' ? `${field.label[language]} *` : field.label[language];
    drawField(form, root, field, label, { x: page.side + index * (width + gap), y, width });
  });
  doc.y = y + rowHeight(doc, row, language);
}

/** As tall as its tallest field; a long label beside a box may need two lines. */
function rowHeight(doc: PDFKit.PDFDocument, row: FormRow, language: LetterLanguage): number {
  if (isSentence(row)) return textHeight(doc, row[language], small, columnWidth) + 4;
  const width = (columnWidth - gap * (row.length - 1)) / row.length;
  const heights = row.map((field) =>
    field.kind === 'tick' ? textHeight(doc, field.label[language], tickStyle, width - 15) + 3 : fieldHeight(field),
  );
  return Math.max(...heights);
}

const small = { ...styles.body, size: 9.5, leading: 2 };
const tickStyle = { ...styles.body, size: 9.5 };

function paragraph(form: LetterPage, text: string): void {
  addText(form, form.root, 'P', text, small, { x: page.side, y: form.doc.y, width: columnWidth });
  form.doc.y += 4;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
