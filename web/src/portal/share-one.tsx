import { openShareCopy, readSharePlan } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf, call, type OutputOf, type Trouble } from '../client.ts';
import { Button } from '../design-system/button.tsx';
import { Checkbox } from '../design-system/checkbox.tsx';
import { Problem } from '../design-system/problem.tsx';
import { Loading } from '../design-system/surface.tsx';
import { shareText } from '../locales/share.ts';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { useRead } from '../use-endpoint.ts';
import type { StageItem } from '../viewer/stage-item.ts';
import { type Box, SharePart } from './share-part.tsx';

type Plan = OutputOf<typeof readSharePlan>;

/** One picture or clip that is to be shared: its copy as it will be saved, the part that stays, and a word that it was seen. */
export function ShareOne({
  shown,
  isAlone,
  drawn,
  onDrawn,
  isLookedAt,
  onLookedAt,
}: {
  shown: StageItem;
  isAlone: boolean;
  drawn: Box | undefined;
  onDrawn: (box: Box) => void;
  isLookedAt: boolean;
  onLookedAt: (isLookedAt: boolean) => void;
}) {
  const t = useText(shareText);
  const viewer = useText(viewerText);
  const isClip = shown.item.kind === 'clip';
  const reading = useRead(readSharePlan, { ordinal: shown.item.ordinal });
  const [seen, setSeen] = useState<Box | 'own'>();
  const plan = reading.value;
  const isReady = plan !== undefined && (plan.plan.kind === 'boxes' || drawn !== undefined);
  return (
    <section className="share-one">
      {!isAlone && <h3>{viewer(isClip ? 'clip-number' : 'picture-number', shown)}</h3>}
      {reading.problem && <Problem problem={reading.problem} />}
      {!plan && !reading.problem && <Loading words={t('opening')} />}
      {plan?.plan.kind === 'by-hand' && <p>{t(`by-hand-${plan.plan.why}`)}</p>}
      {plan && isReady && (
        <Copy
          key={JSON.stringify(drawn)}
          shown={shown}
          plan={plan}
          drawn={drawn}
          onSeen={() => setSeen(drawn ?? 'own')}
        />
      )}
      {plan && <Part shown={shown} plan={plan} drawn={drawn} onDrawn={onDrawn} />}
      {isReady && seen === (drawn ?? 'own') && (
        <Checkbox label={t(isClip ? 'looked-clip' : 'looked')} checked={isLookedAt} onChange={onLookedAt} />
      )}
    </section>
  );
}

/** The copy itself. Its place says so when it is refused, and counts as seen only when the browser shows it. */
function Copy({
  shown,
  plan,
  drawn,
  onSeen,
}: {
  shown: StageItem;
  plan: Plan;
  drawn: Box | undefined;
  onSeen: () => void;
}) {
  const t = useText(shareText);
  const [problem, setProblem] = useState<Trouble>();
  const [isShown, setShown] = useState(false);
  const { ordinal, kind } = shown.item;
  const { width, height } = plan;
  const input = { ordinal, as: kind === 'clip' ? 'mp4' : 'jpeg', ...drawn } as const;
  const fail = async () => {
    const answer = await call(openShareCopy, input);
    if (!answer.ok) setProblem(answer.problem);
  };
  const show = () => {
    setShown(true);
    onSeen();
  };
  if (problem) return <Problem problem={problem} />;
  if (kind !== 'clip') {
    return (
      <img
        className="share-picture"
        src={addressOf(openShareCopy, input)}
        alt={t('preview')}
        width={width}
        height={height}
        onLoad={show}
        onError={() => void fail()}
      />
    );
  }
  return (
    <>
      {!isShown && <Loading words={t('opening-clip')} />}
      <video
        className="share-picture"
        src={addressOf(openShareCopy, input)}
        width={width}
        height={height}
        aria-label={t('clip-preview')}
        controls
        muted
        loop
        playsInline
        preload="auto"
        disablePictureInPicture
        onLoadedData={show}
        onError={() => void fail()}
      />
      {plan.surroundChanges && <p>{t('surround-changes')}</p>}
      <Views plan={plan} ordinal={ordinal} drawn={drawn} />
    </>
  );
}

/** Every frame of a clip that looks unlike the others. */
function Views({ plan, ordinal, drawn }: { plan: Plan; ordinal: number; drawn: Box | undefined }) {
  const t = useText(shareText);
  return (
    <>
      <p>{t('views')}</p>
      <ul className="share-views">
        {plan.views.map((frame) => (
          <li key={frame}>
            <figure>
              <img
                src={addressOf(openShareCopy, { ordinal, frame, ...drawn })}
                alt=""
                width={plan.width}
                height={plan.height}
              />
              <figcaption>{t('frame', { number: frame + 1, total: plan.frames })}</figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the picture says what is scan, the part is set by it until somebody wants another; else a person has to set it. */
function Part({
  shown,
  plan,
  drawn,
  onDrawn,
}: {
  shown: StageItem;
  plan: Plan;
  drawn: Box | undefined;
  onDrawn: (box: Box) => void;
}) {
  const t = useText(shareText);
  const { width, height } = plan;
  const start = { left: 0, top: Math.round(height / 8), right: width - 1, bottom: height - 1 };
  if (!drawn && plan.plan.kind === 'boxes') {
    return (
      <Button look="plain" onClick={() => onDrawn(boxAround(plan.plan) ?? start)}>
        {t('set-part')}
      </Button>
    );
  }
  return (
    <SharePart
      size={{ width, height }}
      original={shown.address(shown.item.kind === 'clip' ? 'poster' : 'picture')}
      box={drawn ?? start}
      onBox={onDrawn}
    />
  );
}

/** What stays now, as one box to start from. */
function boxAround(plan: Plan['plan']): Box | undefined {
  if (plan.kind !== 'boxes') return undefined;
  const { boxes } = plan;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
