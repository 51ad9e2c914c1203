import type { readClarifications } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';
import { ButtonLink } from '../../design-system/button.tsx';
import { questionText } from '../../locales/question.ts';
import { useText } from '../../locales/use-text.tsx';

export type Asked = OutputOf<typeof readClarifications>['questions'][number];

/** From the question to the step that the request is at. */
export function BackToRequest() {
  const t = useText(questionText);
  return (
    <ButtonLink look="second" wide to="?">
      {t('back')}
    </ButtonLink>
  );
}
