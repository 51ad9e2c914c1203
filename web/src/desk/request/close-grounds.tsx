import { listImageSources } from '@echoback/server/contract';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextField } from '../../design-system/field.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';

export type Destroyed = {
  studyOn: string;
  destroyedOn: string;
  schedule?: string;
  certificate: string;
  /** What of the exam is still here and is given, such as its report. */
  survives?: string;
  /** Who ordered the exam, and may have a copy of what is gone. */
  referringDoctor?: string;
};
/** Why a source can not hold the exam, by the source's id. */
export type RuledOut = Record<string, string>;

/** What "none found" may rest on beside the searches: a source that can not hold it, or a destruction that is shown. */
export function CloseGrounds({
  destroyed,
  onDestroyed,
  ruledOut,
  onRuledOut,
  tried,
  found,
}: {
  destroyed: Destroyed | undefined;
  onDestroyed: (destroyed: Destroyed | undefined) => void;
  ruledOut: RuledOut;
  onRuledOut: (ruledOut: RuledOut) => void;
  tried: boolean;
  /** A study is chosen for it: then something outlived the pictures, and goes on. */
  found: boolean;
}) {
  const t = useText(deskFileText);
  const sources = useRead(listImageSources, {});
  const needed = (value: string) => (tried && !value.trim() ? t('need-destroyed') : undefined);
  return (
    <>
      {!found && (
        <Disclosure summary={t('rule-out')}>
          {(sources.value?.rows ?? [])
            .filter(({ enabled }) => enabled)
            .map(({ id, name }) => (
              <TextField
                key={id}
                label={t('rule-out-because', { source: name })}
                help={t('rule-out-help')}
                value={ruledOut[id] ?? ''}
                onChange={(reason) => onRuledOut({ ...ruledOut, [id]: reason })}
                problem={tried && isTooShort(ruledOut[id]) ? t('need-reason') : undefined}
              />
            ))}
        </Disclosure>
      )}
      {!found && (
        <Checkbox
          label={t('was-destroyed')}
          checked={destroyed !== undefined}
          onChange={(yes) => onDestroyed(yes ? notShown : undefined)}
        />
      )}
      {destroyed && (
        <>
          <TextField
            label={t('destroyed-study-on')}
            type="date"
            value={destroyed.studyOn}
            onChange={(studyOn) => onDestroyed({ ...destroyed, studyOn })}
            problem={needed(destroyed.studyOn)}
          />
          <TextField
            label={t('destroyed-on')}
            type="date"
            value={destroyed.destroyedOn}
            onChange={(destroyedOn) => onDestroyed({ ...destroyed, destroyedOn })}
            problem={needed(destroyed.destroyedOn)}
          />
          <TextField
            label={t('destroyed-schedule')}
            help={t('destroyed-schedule-help')}
            value={destroyed.schedule ?? ''}
            onChange={(schedule) => onDestroyed({ ...destroyed, schedule })}
          />
          <TextField
            label={t('destroyed-certificate')}
            value={destroyed.certificate}
            onChange={(certificate) => onDestroyed({ ...destroyed, certificate })}
            problem={needed(destroyed.certificate)}
          />
          <TextField
            label={t('destroyed-survives')}
            help={t(found ? 'destroyed-survives-found' : 'destroyed-survives-help')}
            value={destroyed.survives ?? ''}
            onChange={(survives) => onDestroyed({ ...destroyed, survives })}
            problem={found ? needed(destroyed.survives ?? '') : undefined}
          />
          <TextField
            label={t('destroyed-doctor')}
            help={t('destroyed-doctor-help')}
            value={destroyed.referringDoctor ?? ''}
            onChange={(referringDoctor) => onDestroyed({ ...destroyed, referringDoctor })}
          />
        </>
      )}
    </>
  );
}

export const notShown: Destroyed = { studyOn: '', destroyedOn: '', certificate: '' };

/** The contract takes a reason of three letters or more; an empty field rules nothing out. */
function isTooShort(reason = ''): boolean {
  const { length } = reason.trim();
  return length > 0 && length < 3;
}

export function groundsAreWhole(destroyed: Destroyed | undefined, ruledOut: RuledOut, found: boolean): boolean {
  const { schedule: _schedule, survives = '', referringDoctor: _doctor, ...needed } = destroyed ?? {};
  if (found && survives.trim() === '') return false;
  const shown = Object.values(needed).every((value) => value.trim() !== '');
  return shown && !Object.values(ruledOut).some(isTooShort);
}
