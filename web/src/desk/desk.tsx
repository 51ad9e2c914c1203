import { useEffect } from 'react';
import { deskText } from '../locales/desk.ts';
import { useText } from '../locales/use-text.tsx';

export default function Desk() {
  const t = useText(deskText);
  useEffect(() => {
    document.documentElement.classList.add('is-desk');
    return () => document.documentElement.classList.remove('is-desk');
  }, []);
  return <h1>{t('sign-in')}</h1>;
}
