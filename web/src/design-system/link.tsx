import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import './link.css';

/** A page of ours with `to`, a file of the server or another site with `href`. */
export function Link({
  to,
  href,
  newTab = false,
  back = false,
  lang,
  label,
  children,
}: {
  to?: string;
  href?: string;
  newTab?: boolean;
  /** Draws the arrow of "Back". */
  back?: boolean;
  lang?: string;
  /** What it is about, when the words alone do not say ("Change: pictures"). */
  label?: string;
  children: ReactNode;
}) {
  const words = (
    <>
      {back && (
        <span aria-hidden="true" className="link-arrow">
          ‹
        </span>
      )}
      {children}
    </>
  );
  if (to !== undefined)
    return (
      <RouterLink to={to} className="link" lang={lang} aria-label={label}>
        {words}
      </RouterLink>
    );
  return (
    <a
      href={href}
      className="link"
      lang={lang}
      aria-label={label}
      {...(newTab ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {words}
    </a>
  );
}

/** Looks like a link, does something on this page. */
export function LinkButton({
  onClick,
  back = false,
  lang,
  label,
  children,
}: {
  onClick: () => void;
  back?: boolean;
  lang?: string;
  /** What it is about, when the words alone do not say ("Change: pictures"). */
  label?: string;
  children: ReactNode;
}) {
  return (
    <button type="button" className="link" onClick={onClick} lang={lang} aria-label={label}>
      {back && (
        <span aria-hidden="true" className="link-arrow">
          ‹
        </span>
      )}
      {children}
    </button>
  );
}
