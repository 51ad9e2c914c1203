import { addStaff, changeStaff } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { deskStaffText } from '../../locales/desk-staff.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { StaffMember } from './staff-member.ts';

type Role = StaffMember['role'];
export type NewPassword = { name: string; password: string };

/** One person: role, licence, and whether they still work here. The user name is theirs for ever. */
export function StaffForm({
  member,
  onSaved,
  onCancel,
}: {
  member?: StaffMember;
  onSaved: (fresh?: NewPassword) => void;
  onCancel: () => void;
}) {
  const t = useText(deskStaffText);
  const add = useAct(addStaff);
  const change = useAct(changeStaff);
  const problem = add.problem ?? change.problem;
  const [displayName, setDisplayName] = useState(member?.displayName ?? '');
  const [username, setUsername] = useState(member?.username ?? '');
  const [role, setRole] = useState<Role>(member?.role ?? 'clerk');
  const [licensedAs, setLicensedAs] = useState(member?.licensedAs ?? '');
  const [privacyOfficer, setPrivacyOfficer] = useState(member?.privacyOfficer ?? false);
  const [ended, setEnded] = useState(member?.ended ?? false);
  const [tried, setTried] = useState(false);
  const nameWrong = !displayName.trim();
  const usernameWrong = !member && !/^[a-z0-9._-]{2,64}$/.test(username.trim().toLowerCase());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameWrong || usernameWrong) return;
    const standing = { displayName: displayName.trim(), role, licensedAs: licensedAs.trim() || null, privacyOfficer };
    if (member) {
      if ((await change.act({ staffId: member.id, ...standing, ended })) !== undefined) onSaved();
      return;
    }
    const added = await add.act({ username: username.trim(), ...standing });
    if (added) onSaved({ name: standing.displayName, password: added.password });
  };
  return (
    <form className="stack card" onSubmit={submit} noValidate>
      <h2>{member ? member.displayName : t('add-staff')}</h2>
      <TextField
        label={t('display-name')}
        value={displayName}
        onChange={setDisplayName}
        autoComplete="off"
        problem={tried && nameWrong ? t('need-display-name') : fieldProblem(problem, '/displayName')}
      />
      {!member && (
        <TextField
          label={t('username')}
          help={t('username-help')}
          value={username}
          onChange={setUsername}
          autoComplete="off"
          spellCheck={false}
          problem={tried && usernameWrong ? t('need-username') : fieldProblem(problem, '/username')}
        />
      )}
      <SelectField
        label={t('role')}
        value={role}
        onChange={(value) => setRole(value as Role)}
        options={(['clerk', 'supervisor', 'admin'] as const).map((value) => ({ value, label: t(`role-${value}`) }))}
      />
      <TextField
        label={t('licensed-as')}
        help={t('licensed-as-help')}
        value={licensedAs}
        onChange={setLicensedAs}
        autoComplete="off"
        maxLength={120}
      />
      <Checkbox
        label={t('privacy-officer')}
        help={t('privacy-officer-help')}
        checked={privacyOfficer}
        onChange={setPrivacyOfficer}
      />
      {member && <Checkbox label={t('ended')} help={t('ended-help')} checked={ended} onChange={setEnded} />}
      <Problem problem={problem} />
      <p className="button-row">
        <Button type="submit" keyHint="⏎" busy={add.busy || change.busy ? t('saving') : undefined}>
          {t('save')}
        </Button>
        <LinkButton onClick={onCancel}>{t('cancel')}</LinkButton>
      </p>
    </form>
  );
}
