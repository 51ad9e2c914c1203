import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { readOutbox } from '../../demo/read-outbox.ts';
import { setClock } from '../../demo/set-clock.ts';
import { bind } from '../bind.ts';
import type { Door } from '../door.ts';

export function bindDemo(door: Door, app: App): void {
  bind(door, app, contract.readOutbox, readOutbox);
  bind(door, app, contract.setClock, setClock);
}
