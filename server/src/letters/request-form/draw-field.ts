import { addText, decorate, inks, type LetterPage, type StructParent, styles } from '../letter-page.ts';
import type { FormField } from './form-field.ts';

type FieldPlace = { readonly x: number; readonly y: number; readonly width: number };

/** Heights of what can be written in, in points: enough for a pen. */
const fieldHeights: Readonly<Record<FormField['kind'], number>> = {
  line: 18,
  lines: 44,
  signature: 28,
  tick: 12,
};
const labelHeight = 11.5;

export function fieldHeight({ kind }: FormField): number {
  return kind === 'tick' ? 18 : labelHeight + fieldHeights[kind] + 4;
}

/** A label and its field: a frame for the pen, a widget for the screen, one structure element for whoever listens. */
export function drawField(
  form: LetterPage,
  parent: StructParent,
  field: FormField,
  label: string,
  place: FieldPlace,
): void {
  if (field.kind === 'tick') drawTick(form, parent, field, label, place);
  else drawLine(form, parent, field, label, place);
}

function drawLine(form: LetterPage, parent: StructParent, field: FormField, label: string, place: FieldPlace): void {
  const { doc } = form;
  const height = fieldHeights[field.kind];
  const y = place.y + labelHeight;
  addText(form, parent, 'P', label, { ...styles.label, size: 8.5, ink: inks.ink }, place);
  frame(doc, place.x, y, place.width, height);
  const widget = doc.struct('Form', { alt: label });
  parent.add(widget);
  addWidget(
    doc,
    { ...place, y, height },
    {
      ...described(field, label, widget),
      FT: 'Tx',
      Ff: (field.kind === 'lines' ? flags.multiline : 0) | (field.need === 'R' ? flags.required : 0),
    },
  );
  widget.end();
}

const box = 10;

function drawTick(form: LetterPage, parent: StructParent, field: FormField, label: string, place: FieldPlace): void {
  const { doc } = form;
  const y = place.y + 1.5;
  frame(doc, place.x, y, box, box);
  const widget = doc.struct('Form', { alt: label });
  parent.add(widget);
  addWidget(
    doc,
    { x: place.x, y, width: box, height: box },
    {
      ...described(field, label, widget),
      ...{ FT: 'Btn', AS: 'Off', V: 'Off' },
      AP: { N: { Yes: appearance(doc, cross), Off: appearance(doc, '') } },
    },
  );
  widget.end();
  const beside = { x: place.x + box + 5, y: place.y, width: place.width - box - 5 };
  addText(form, parent, 'P', label, { ...styles.body, size: 9.5 }, beside);
}

/** The tooltip is what a screen reader says of the field (ISO 32000-1, 12.7.3.1: TU). */
function described({ name }: FormField, label: string, structParent: StructParent) {
  return { Subtype: 'Widget', T: new String(name), TU: new String(label), F: printed, structParent };
}

/** ISO 32000-1, 12.5.3: a widget that is printed; 12.7.3 and 12.7.4.3: flags of fields, counted from 1. */
const printed = 1 << 2;
const flags = { required: 1 << 1, multiline: 1 << 12 } as const;

type Rectangle = FieldPlace & { readonly height: number };

/** The library's own fields take neither tooltip nor looks nor a place in the structure: the dictionary is written here. */
function addWidget(doc: PDFKit.PDFDocument, { x, y, width, height }: Rectangle, widget: object): void {
  doc.annotate(x, y, width, height, widget as PDFKit.Mixins.AnnotationOption);
  const { page, _root } = doc as unknown as Inside;
  const ref = page.annotations.at(-1);
  if (ref) _root.data.AcroForm.data.Fields.push(ref);
}

/** What the library keeps of a form that was begun with `initForm`. */
type Inside = {
  page: { annotations: object[] };
  _root: { data: { AcroForm: { data: { Fields: object[] } } } };
};

const cross = '0.043 0.404 0.439 RG 1.6 w 1 J 2 2 m 8 8 l S 2 8 m 8 2 l S';

/** How a box looks when it is ticked, and when not: viewers switch between the two (12.5.5). */
function appearance(doc: PDFKit.PDFDocument, content: string) {
  const ref = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, box, box], Resources: {} });
  ref.end(content);
  return ref;
}

function frame(doc: PDFKit.PDFDocument, x: number, y: number, width: number, height: number): void {
  decorate(doc, () => {
    doc.roundedRect(x, y, width, height, 2).lineWidth(0.75).strokeColor('#8a8f8e').stroke();
  });
}
