import { downloadShareCopies, openShareCopy } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf, call, type Trouble } from '../client.ts';
import { Button } from '../design-system/button.tsx';
import { SelectField } from '../design-system/field.tsx';
import { Problem } from '../design-system/problem.tsx';
import { shareText } from '../locales/share.ts';
import { useText } from '../locales/use-text.tsx';
import type { StageItem } from '../viewer/stage-item.ts';
import { ShareOne } from './share-one.tsx';
import type { Box } from './share-part.tsx';

const forms = ['jpeg', 'png', 'dicom'] as const;
type Form = (typeof forms)[number];

/** What a person has set and seen of one of them. */
type Looked = { drawn?: Box | undefined; isLookedAt: boolean };

const unseen: Looked = { isLookedAt: false };

/** Each of the chosen ones to be looked at; then, and only then, the files. */
export function ShareCopies({ chosen }: { chosen: readonly StageItem[] }) {
  const t = useText(shareText);
  const [looked, setLooked] = useState<ReadonlyMap<string, Looked>>(new Map());
  const [form, setForm] = useState<Form>('jpeg');
  const set = (key: string, own: Looked) => setLooked((before) => new Map(before).set(key, own));
  const copies = chosen.map((one) => ({ one, ...(looked.get(one.key) ?? unseen) }));
  const clips = chosen.filter(({ item }) => item.kind === 'clip').length;
  const onlyClips = clips === chosen.length;
  const isReady = copies.length > 0 && copies.every(({ isLookedAt }) => isLookedAt);
  return (
    <>
      {copies.map(({ one, drawn, isLookedAt }) => (
        <ShareOne
          key={one.key}
          shown={one}
          isAlone={copies.length === 1}
          drawn={drawn}
          onDrawn={(box) => set(one.key, { drawn: box, isLookedAt: false })}
          isLookedAt={isLookedAt}
          onLookedAt={(is) => set(one.key, { drawn, isLookedAt: is })}
        />
      ))}
      {copies.length > 0 && (
        <div className="share-save">
          <SelectField
            label={t('form')}
            help={clips > 0 && !onlyClips && form !== 'dicom' ? t('form-clips') : undefined}
            value={onlyClips && form === 'png' ? 'jpeg' : form}
            onChange={(value) => setForm(forms.find((one) => one === value) ?? 'jpeg')}
            options={
              onlyClips
                ? [
                    { value: 'jpeg', label: t('form-mp4') },
                    { value: 'dicom', label: t('form-dicom') },
                  ]
                : forms.map((value) => ({ value, label: t(`form-${value}`) }))
            }
          />
          {isReady ? <SaveCopies key={form} copies={copies} form={form} /> : <p>{t('look-first')}</p>}
        </div>
      )}
    </>
  );
}

/** One file as it is, several as a ZIP. They are made first: a refusal is told here, in words, not by a broken download. */
function SaveCopies({ copies, form }: { copies: readonly { one: StageItem; drawn?: Box | undefined }[]; form: Form }) {
  const t = useText(shareText);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Trouble>();
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    const [first] = copies;
    const refusal = first && (copies.length === 1 ? await saveOne(first, form) : await saveAll(copies, form));
    setProblem(refusal);
    setBusy(false);
  };
  return (
    <>
      {problem && <Problem problem={problem} />}
      <Button wide busy={busy ? t('saving') : undefined} onClick={() => void save()}>
        {t('save', { count: copies.length })}
      </Button>
    </>
  );
}

type Copy = { one: StageItem; drawn?: Box | undefined };

function saveOne({ one, drawn }: Copy, form: Form): Promise<Trouble | undefined> {
  const { ordinal, kind } = one.item;
  const as = kind === 'clip' && form !== 'dicom' ? 'mp4' : form;
  const input = { ordinal, as, ...drawn } as const;
  const saved = addressOf(openShareCopy, { ...input, save: 'yes' });
  return saveWhenMade(addressOf(openShareCopy, input), saved, () => call(openShareCopy, input));
}

function saveAll(copies: readonly Copy[], form: Form): Promise<Trouble | undefined> {
  const of = copies
    .map(({ one, drawn }) =>
      [one.item.ordinal, ...(drawn ? [drawn.left, drawn.top, drawn.right, drawn.bottom] : [])].join('.'),
    )
    .join(',');
  const input = { of, as: form };
  const address = addressOf(downloadShareCopies, input);
  return saveWhenMade(address, address, () => call(downloadShareCopies, input));
}

/** Asks for the head of the answer, which lets the copy be made; answers what was refused. */
async function saveWhenMade(
  made: string,
  saved: string,
  whyNot: () => Promise<{ ok: true } | { ok: false; problem: Trouble }>,
): Promise<Trouble | undefined> {
  const head = await fetch(made, { method: 'HEAD' }).catch(() => undefined);
  if (!head?.ok) {
    const answer = await whyNot();
    return answer.ok ? undefined : answer.problem;
  }
  const link = document.createElement('a');
  link.href = saved;
  link.download = '';
  link.click();
  return undefined;
}
