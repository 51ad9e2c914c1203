import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { ImageSources } from './image-sources.tsx';
import { Quarantine } from './quarantine.tsx';
import { SettingsPage } from './settings-page.tsx';

export function Settings() {
  const t = useText(deskSetupText);
  return (
    <SettingsPage title={t('settings')}>
      <ImageSources />
      <Quarantine />
    </SettingsPage>
  );
}
