import PDFDocument from 'pdfkit';
import { fontBytes, fontRuns, type Weight } from '../letters/noto-sans.ts';

/** 25.4 mm are 72 points. */
export const pointsPerMm = 72 / 25.4;

export type LabelInfo = { title: string; author: string; language: string; madeOn: Date };

export type LabelPage = {
  readonly doc: PDFKit.PDFDocument;
  measure(text: string, weight: Weight, size: number): number;
  /** One line, not broken; `align` says what `x` is. */
  line(text: string, weight: Weight, size: number, ink: string, place: LinePlace): void;
};

type LinePlace = { x: number; y: number; align?: 'left' | 'center' | 'right' };

/** A page of the label's own size. The same label gives the same bytes; its title names nobody. */
export function openLabel(width: number, height: number, info: LabelInfo): LabelPage {
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    lang: info.language,
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: info.title,
      Author: info.author,
      Producer: 'Echoback',
      Creator: 'Echoback',
      CreationDate: info.madeOn,
    },
  });
  const use = (script: string, weight: Weight, size: number) => {
    const name = `${script}-${weight}`;
    doc.registerFont(name, fontBytes(script, weight));
    return doc.font(name).fontSize(size);
  };
  const measure = (text: string, weight: Weight, size: number) =>
    fontRuns(text).reduce((sum, run) => sum + use(run.script, weight, size).widthOfString(run.text), 0);
  return {
    doc,
    measure,
    line(text, weight, size, ink, { x, y, align = 'left' }) {
      const width = measure(text, weight, size);
      let at = x - { left: 0, center: width / 2, right: width }[align];
      for (const run of fontRuns(text)) {
        use(run.script, weight, size).fillColor(ink).text(run.text, at, y, { lineBreak: false });
        at += doc.widthOfString(run.text);
      }
    },
  };
}

export function finishLabel({ doc }: LabelPage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}
