import { CheckTiles, RadioTiles } from '../../../design-system/radio-tiles.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { wordsText } from '../../../locales/words.ts';
import type { DecidedExam } from './determinations.ts';

type Part = { withheldObjects: string[]; withholdsReport: boolean };

const report = 'report';

/** The whole exam, or some of its series with the rest given: 45 CFR 164.524(d)(1). */
export function PartOfExam({
  exam,
  wish,
  onChange,
}: {
  exam: DecidedExam;
  wish: Part;
  onChange: (part: Part) => void;
}) {
  const t = useText(deskDeterminationText);
  const words = useText(wordsText);
  const isPart = wish.withheldObjects.length > 0 || wish.withholdsReport;
  if (exam.series.length === 0) return <p className="small quiet">{t('part-later')}</p>;
  const apart = exam.series.filter(({ sopInstanceUids: [first = ''] }) => wish.withheldObjects.includes(first));
  const choose = (values: string[]) =>
    onChange({
      withheldObjects: exam.series
        .filter(({ seriesInstanceUid }) => values.includes(seriesInstanceUid))
        .flatMap((series) => series.sopInstanceUids),
      withholdsReport: values.includes(report),
    });
  return (
    <>
      <RadioTiles
        legend={t('how-much')}
        value={isPart ? 'part' : 'whole'}
        onChange={(value) => choose(value === 'part' ? [exam.series[0]?.seriesInstanceUid ?? report] : [])}
        choices={[
          { value: 'whole', label: t('whole-exam') },
          { value: 'part', label: t('part-exam') },
        ]}
        columns={2}
      />
      {isPart && (
        <CheckTiles
          legend={t('kept-apart')}
          values={[...apart.map((series) => series.seriesInstanceUid), ...(wish.withholdsReport ? [report] : [])]}
          onChange={choose}
          choices={[
            ...exam.series.map(({ seriesInstanceUid, number, label, stills, clips, others }) => ({
              value: seriesInstanceUid,
              label: t('series-named', { number: number ?? '–', label: label ?? '–' }),
              help: [
                ...(stills > 0 ? [words('count-pictures', { count: stills })] : []),
                ...(clips > 0 ? [words('count-clips', { count: clips })] : []),
                ...(others > 0 ? [words('count-other', { count: others })] : []),
              ].join(', '),
            })),
            { value: report, label: t('the-report') },
          ]}
        />
      )}
    </>
  );
}
