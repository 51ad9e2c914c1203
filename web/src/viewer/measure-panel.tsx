import type { Calibration, LineMeasure } from '@echoback/dicom-media';
import { whyUnmeasurable } from '@echoback/dicom-media';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { type Line, measureShown } from './stage-places.ts';
import './measure.css';

const whyNot = {
  'no-scale': 'measure-no-scale',
  scaled: 'measure-scaled',
  outside: 'measure-outside',
  'other-unit': 'measure-other-unit',
} as const;

/** What the line measures, under the picture; or why it measures nothing. */
export function MeasurePanel({
  calibration,
  shown,
  line,
}: {
  calibration: Calibration | null;
  shown: { width: number | null; height: number | null };
  line: Line | undefined;
}) {
  const t = useText(viewerText);
  const words = useMeasureWords();
  const why = calibration ? whyUnmeasurable(calibration) : 'no-scale';
  const size = { width: shown.width ?? 0, height: shown.height ?? 0 };
  const measured = calibration && line && !why ? measureShown(calibration, size, line) : undefined;
  return (
    <div className="stage-panel measure-panel">
      <p role="status" className="measure-result">
        {why ? t(whyNot[why]) : measured && words(measured)}
      </p>
      {!why && <p className="measure-how">{t('measure-how')}</p>}
    </div>
  );
}

/** "2.34 cm", "0.74 s and 2.48 cm", or why not. */
function useMeasureWords(): (measured: LineMeasure) => string {
  const t = useText(viewerText);
  const { language } = useLanguage();
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return (measured) => {
    if (measured.kind === 'length') return t('measured-length', { cm: number(measured.cm, 2) });
    if (measured.kind === 'time-and-depth')
      return t('measured-depth', { cm: number(measured.cm, 2), seconds: number(measured.seconds, 2) });
    if (measured.kind === 'time-and-velocity')
      return t('measured-velocity', {
        seconds: number(measured.seconds, 2),
        from: number(measured.fromCmPerSecond, 1),
        to: number(measured.toCmPerSecond, 1),
      });
    return t(whyNot[measured.why]);
  };
}
