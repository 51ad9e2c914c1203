import { usePageTitle } from '../../frame.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { ImageSources } from './image-sources.tsx';
import { Quarantine } from './quarantine.tsx';
import './settings.css';

export function Settings() {
  const t = useText(deskSetupText);
  usePageTitle(t('settings'));
  return (
    <main className="desk-page settings" id="content" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('settings')}</h1>
      <ImageSources />
      <Quarantine />
    </main>
  );
}
