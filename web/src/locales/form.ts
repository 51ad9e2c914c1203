import { formEn } from './form.en.ts';
import { formEs } from './form.es.ts';
import { catalogue } from './text.ts';

export const formText = catalogue(formEn, formEs);
