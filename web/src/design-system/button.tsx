import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import './button.css';

type Look = 'primary' | 'second' | 'plain';

/** `busy` says in words what is being done and refuses a second press; the button keeps its place and its focus. */
export function Button({
  look = 'primary',
  busy,
  keyHint,
  wide = false,
  children,
  onClick,
  type = 'button',
  className,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-disabled'> & {
  look?: Look;
  busy?: string | undefined;
  /** The key that does the same, drawn in the button (desk). */
  keyHint?: string | undefined;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look} ${wide ? 'button-wide' : ''} ${className ?? ''}`}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <span aria-live="polite">{busy ?? children}</span>
      {keyHint && !busy && <kbd className="button-key">{keyHint}</kbd>}
    </button>
  );
}

/** A link that stands where a button would: it goes somewhere, it does not do something. */
export function ButtonLink({
  to,
  href,
  download,
  newTab = false,
  look = 'primary',
  wide = false,
  children,
}: {
  to?: string;
  /** An address of the server (a file) instead of a page. */
  href?: string;
  download?: boolean | string;
  newTab?: boolean;
  look?: Look;
  wide?: boolean;
  children: ReactNode;
}) {
  const className = `button button-${look} ${wide ? 'button-wide' : ''}`;
  if (to !== undefined)
    return (
      <RouterLink to={to} className={className}>
        {children}
      </RouterLink>
    );
  return (
    <a href={href} download={download} className={className} {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}>
      {children}
    </a>
  );
}
