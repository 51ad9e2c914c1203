import { examsNotTheirs, isTestedByExam, visibleExams } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readAuthority } from '../authority/read-authority.ts';
import type { Db } from '../store/database.ts';
import type { MinorsExam } from './decide-closing.ts';

/** Of an exam that a parent or guardian of a living minor asked for: is it theirs to have? Undefined for whoever else asks. */
export async function readMinorsExam(
  db: Db,
  app: App,
  item: { id: string; access_request_id: string },
): Promise<MinorsExam | undefined> {
  const request = await db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', item.access_request_id)
    .executeTakeFirstOrThrow();
  const file = (await readAuthority(db, app, [request])).get(request.id);
  if (!file || !isTestedByExam(file.facts)) return undefined;
  const { exams, facts } = file;
  if (visibleExams(exams, facts).some(({ examItemId }) => examItemId === item.id)) return 'theirs';
  return examsNotTheirs(exams, facts).some(({ exam }) => exam.examItemId === item.id) ? 'not-theirs' : 'not-judged';
}
