import { listStaff } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Card, Loading, Pill } from '../../design-system/surface.tsx';
import { deskStaffText } from '../../locales/desk-staff.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { useStaff } from '../signed-in.tsx';
import { SettingsPage } from './settings-page.tsx';
import { type NewPassword, StaffForm } from './staff-form.tsx';
import type { StaffMember } from './staff-member.ts';

/** Who works here and who may decide what. Only an administrator changes it; the server holds to that. */
export function StaffSettings() {
  const t = useText(deskStaffText);
  const mayChange = useStaff().role === 'admin';
  const list = useRead(listStaff, {});
  const [editing, setEditing] = useState<string>();
  const [fresh, setFresh] = useState<NewPassword>();
  const done = (password?: NewPassword) => {
    setEditing(undefined);
    setFresh(password);
  };
  return (
    <SettingsPage title={t('staff')}>
      <p className="quiet">{t('staff-help')}</p>
      {fresh && (
        <Card tone="asking">
          <p>{t('password-once', { name: fresh.name })}</p>
          <p className="reference">{fresh.password}</p>
          <LinkButton onClick={() => setFresh(undefined)}>{t('close')}</LinkButton>
        </Card>
      )}
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('reading-staff')} />}
      {mayChange && editing === undefined && (
        <p>
          <Button look="second" onClick={() => setEditing('')}>
            {t('add-staff')}
          </Button>
        </p>
      )}
      {editing === '' && <StaffForm onSaved={done} onCancel={() => setEditing(undefined)} />}
      <ul className="stack">
        {list.value?.rows.map((member) => (
          <li key={member.id}>
            {editing === member.id ? (
              <StaffForm member={member} onSaved={done} onCancel={() => setEditing(undefined)} />
            ) : (
              <Member member={member} onEdit={mayChange ? () => setEditing(member.id) : undefined} />
            )}
          </li>
        ))}
      </ul>
    </SettingsPage>
  );
}

function Member({ member, onEdit }: { member: StaffMember; onEdit: (() => void) | undefined }) {
  const t = useText(deskStaffText);
  return (
    <div className="card choice-head">
      <p className="choice-title">
        {member.displayName}
        <span className="choice-about">
          {[member.username, t(`role-${member.role}`), member.licensedAs].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p className="button-row">
        {member.privacyOfficer && <Pill tone="ok">{t('privacy-officer')}</Pill>}
        {member.ended && <Pill tone="plain">{t('has-left')}</Pill>}
        {onEdit && <LinkButton onClick={onEdit}>{t('edit-staff')}</LinkButton>}
      </p>
    </div>
  );
}
