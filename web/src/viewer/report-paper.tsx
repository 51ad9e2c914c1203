import type { structuredReport } from '@echoback/server/contract';
import type { z } from 'zod';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { inOrder } from './in-order.ts';
import './report.css';

type StructuredReport = z.output<typeof structuredReport>;

/** A structured report as the machine wrote it: paragraphs and plain tables with units, never interpreted. */
export function ReportPaper({ report }: { report: StructuredReport }) {
  const t = useText(viewerText);
  const measured = report.sections.some((section) => section.measurements.length > 0);
  return (
    <article className="report">
      <h2>{report.title}</h2>
      {measured && <p className="report-note">{t('measurements-note')}</p>}
      {inOrder(report.sections).map(({ place, one }) => (
        <ReportSection key={place} section={one} isTitle={one.heading === report.title} />
      ))}
    </article>
  );
}

function ReportSection({ section, isTitle }: { section: StructuredReport['sections'][number]; isTitle: boolean }) {
  const t = useText(viewerText);
  return (
    <section className={section.depth > 1 ? 'report-section report-section-deep' : 'report-section'}>
      {section.heading && !isTitle && <h3>{section.heading}</h3>}
      {inOrder(section.paragraphs).map(({ place, one }) => (
        <p key={place}>
          {one.label && <span className="report-label">{one.label}: </span>}
          {one.text}
        </p>
      ))}
      {section.measurements.length > 0 && (
        <table className="report-table">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('measurement-name')}</th>
              <th scope="col">{t('measurement-value')}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(section.measurements).map(({ place, one }) => (
              <tr key={place}>
                <th scope="row">{one.name}</th>
                <td>
                  {/* A number does not part from its unit at the end of a line. */}
                  {[one.value, one.unit].filter(Boolean).join('\u00a0')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
