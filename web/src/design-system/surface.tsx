import type { ReactNode } from 'react';
import './surface.css';

/** A sheet of paper on the page. Never inside another. */
export function Card({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'proved' | 'asking' }) {
  return <section className={`card card-${tone}`}>{children}</section>;
}

/** A few words in a soft shape. Amber and red are the legal clock's; green says proved. */
export function Pill({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'accent' | 'ok' | 'soon' | 'late';
  children: ReactNode;
}) {
  return <span className={`pill pill-${tone}`}>{children}</span>;
}

/** How far something is, 0 to 1, always with the words beside or under it. */
export function ProgressBar({
  label,
  value,
  tone = 'accent',
  hideLabel = false,
}: {
  label: string;
  value: number;
  tone?: 'accent' | 'ok' | 'soon' | 'late';
  hideLabel?: boolean;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className="progress">
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={`progress-bar progress-${tone}`} style={{ width: `${percent}%` }} />
      </div>
      {!hideLabel && <p className="progress-label">{label}</p>}
    </div>
  );
}

/** Waiting, with what is waited for. Shown a moment late, so that quick answers do not flicker. */
export function Loading({ words }: { words: string }) {
  return (
    <p className="loading" role="status">
      {words}
    </p>
  );
}

/** Nothing here, drawn as a state of its own with the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
