import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { usePageTitle } from '../../frame.tsx';
import { deskMediaText } from '../../locales/desk-media.ts';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { deskStaffText } from '../../locales/desk-staff.ts';
import { feeText } from '../../locales/fee.ts';
import { lateAnswersText } from '../../locales/late-answers.ts';
import { touchlessText } from '../../locales/touchless.ts';
import { useText } from '../../locales/use-text.tsx';
import { useStaff } from '../signed-in.tsx';
import './settings.css';

/** One place of the settings, with the way to the others. */
export function SettingsPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useText(deskStaffText);
  const setup = useText(deskSetupText);
  const p = useText(deskPolicyText);
  const fees = useText(feeText);
  const media = useText(deskMediaText);
  const itself = useText(touchlessText);
  const late = useText(lateAnswersText);
  const { role } = useStaff();
  usePageTitle(title);
  return (
    <main className="desk-page settings" id="content" tabIndex={-1}>
      <nav className="settings-places" aria-label={t('settings-places')}>
        <NavLink to="/desk/settings" end>
          {t('place-sources')}
        </NavLink>
        <NavLink to="/desk/settings/kept">{setup('place-frozen')}</NavLink>
        {role !== 'clerk' && <NavLink to="/desk/settings/policy">{p('place-policy')}</NavLink>}
        {role !== 'clerk' && <NavLink to="/desk/settings/letters">{p('place-letters')}</NavLink>}
        {role !== 'clerk' && <NavLink to="/desk/settings/fees">{fees('place-prices')}</NavLink>}
        <NavLink to="/desk/settings/media">{media('place-media')}</NavLink>
        <NavLink to="/desk/settings/by-itself">{itself('place')}</NavLink>
        <NavLink to="/desk/settings/late-answers">{late('place')}</NavLink>
        {role !== 'clerk' && <NavLink to="/desk/settings/staff">{t('place-staff')}</NavLink>}
      </nav>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </main>
  );
}
