import { describe, expect, it } from 'vitest';
import { code, dataSetOf, sequence } from '../../testing/made-pixels.ts';
import { structuredReport } from './structured-report.ts';

const coded = (tag: number, meaning: string, value = 'X', scheme = 'UCUM') =>
  sequence(tag, [code(0x00080100, 'SH', value), code(0x00080102, 'SH', scheme), code(0x00080104, 'LO', meaning)]);
const named = (meaning: string, value?: string) => coded(0x0040a043, meaning, value);

/** A content item: what precedes the value type, the type, its name, what follows in tag order. */
const item = (type: string, name: Uint8Array[], rest: Uint8Array[] = [], relation = 'CONTAINS') => [
  code(0x0040a010, 'CS', relation),
  code(0x0040a040, 'CS', type),
  ...name,
  ...rest,
];
const content = (...items: Uint8Array[][]) => sequence(0x0040a730, ...items);
const sentence = (label: string, words: string) => item('TEXT', [named(label)], [code(0x0040a160, 'UT', words)]);
const measurement = (name: string, value: string, unit: string, meaning: string, ...below: Uint8Array[][]) =>
  item(
    'NUM',
    [named(name)],
    [
      sequence(0x0040a300, [coded(0x004008ea, meaning, unit), code(0x0040a30a, 'DS', value)]),
      ...(below.length > 0 ? [content(...below)] : []),
    ],
  );

const report = (...items: Uint8Array[][]) =>
  structuredReport(dataSetOf(code(0x0040a040, 'CS', 'CONTAINER'), named('Fetal Ultrasound'), content(...items)));

describe('a structured report', () => {
  it('becomes headings with sentences and a table', () => {
    const findings = item(
      'CONTAINER',
      [named('Findings')],
      [content(sentence('Comment', 'Heart beats.'), measurement('Femur Length', '34.2', 'mm', 'millimeter'))],
    );
    expect(report(findings)).toEqual({
      ok: true,
      value: {
        title: 'Fetal Ultrasound',
        sections: [
          {
            heading: 'Findings',
            depth: 1,
            paragraphs: [{ label: 'Comment', text: 'Heart beats.' }],
            measurements: [{ name: 'Femur Length', value: '34.2', unit: 'mm' }],
          },
        ],
      },
    });
  });

  it('joins the groups of one measurement each that machines write', () => {
    const group = (name: string) =>
      item('CONTAINER', [named('Biometry Group')], [content(measurement(name, '1', 'd', 'day'))]);
    const read = report(group('BPD'), group('HC'));
    expect(read).toMatchObject({
      value: {
        sections: [{ heading: 'Biometry Group', measurements: [{ name: 'BPD', unit: 'day' }, { name: 'HC' }] }],
      },
    });
  });

  it('puts a modifier into the name of its measurement, once', () => {
    const left = item('CODE', [named('Laterality')], [coded(0x0040a168, 'Left')], 'HAS CONCEPT MOD');
    const read = report(measurement('Peak Velocity', '80', 'cm/s', 'centimeter per second', left));
    expect(read).toMatchObject({
      value: { sections: [{ paragraphs: [], measurements: [{ name: 'Peak Velocity, Left', unit: 'cm/s' }] }] },
    });
  });

  it('speaks names and dates as people do, and leaves out what is for machines', () => {
    const read = report(
      item('PNAME', [named('Observer')], [code(0x0040a123, 'PN', 'Doe^Jane^^Dr.')]),
      item('DATE', [named('EDD')], [code(0x0040a121, 'DA', '20240525')]),
      item('UIDREF', [named('Tracking')], [code(0x0040a124, 'UI', '1.2.3')]),
      item('CODE', [named('Language of Content Item and Descendants', '121049')], [coded(0x0040a168, 'English')]),
    );
    expect(read).toMatchObject({
      value: {
        sections: [
          {
            paragraphs: [
              { label: 'Observer', text: 'Dr. Jane Doe' },
              { label: 'EDD', text: '2024-05-25' },
            ],
          },
        ],
      },
    });
  });

  it('shows a measurement that was not made by its reason', () => {
    const missing = item('NUM', [named('BPD')], [sequence(0x0040a300), coded(0x0040a301, 'Measurement not attempted')]);
    expect(report(missing)).toMatchObject({
      value: { sections: [{ measurements: [{ name: 'BPD', value: 'Measurement not attempted', unit: '' }] }] },
    });
  });

  it('is refused when it has more lines than a page can hold', () => {
    const empty = item('TEXT', []);
    const many = structuredReport(
      dataSetOf(
        code(0x0040a040, 'CS', 'CONTAINER'),
        sequence(0x0040a730, ...Array.from({ length: 20_002 }, () => empty)),
      ),
    );
    expect(many).toMatchObject({ ok: false, refusal: { code: 'report-too-large' } });
  });

  it('is none without a root container', () => {
    expect(structuredReport(dataSetOf())).toMatchObject({ ok: false, refusal: { code: 'not-a-report' } });
  });
});
