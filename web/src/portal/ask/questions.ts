import { email, examItemInput, oneTimeCode, personName } from '@echoback/server/contract';
import { calendarDateOf, spanOf } from '../../design-system/calendar-parts.ts';
import { type Answers, daysOf, type ExamAnswer, needsAddress } from './answers.ts';

export const questions = ['whose', 'who', 'which', 'when', 'what', 'how', 'email', 'sign'] as const;
export type Question = (typeof questions)[number];

/** Which page this is: its exam by place, and whether a change leads back to the signature. */
export type QuestionPlace = { question: Question; examIndex: number; toSign: boolean };

/** A field that still needs something, by the key of the sentence that says what. */
export type Problems = Partial<Record<ProblemField, `need-${ProblemField}` | 'future-day' | 'range-backwards'>>;
type ProblemField =
  | 'whose'
  | 'family-name'
  | 'given-name'
  | 'birth'
  | 'requester-name'
  | 'which'
  | 'when'
  | 'day'
  | 'from'
  | 'to'
  | 'date-words'
  | 'certain-images'
  | 'how'
  | 'link-name'
  | 'link-email'
  | 'street'
  | 'town'
  | 'email'
  | 'code'
  | 'signed-name';

/** What one question still lacks; the contract's own schemas decide, the catalogue says it. */
export function problemsOf(question: Question, answers: Answers, exam: ExamAnswer, today: string): Problems {
  const problems: Problems = {};
  const need = (field: ProblemField, met: unknown) => {
    if (!met && !problems[field]) problems[field] = `need-${field}`;
  };
  const isName = (name: string) => personName.safeParse(name).success;
  switch (question) {
    case 'whose':
      need('whose', answers.whose);
      break;
    case 'who': {
      const birth = calendarDateOf(answers.birth);
      need('given-name', isName(answers.givenName));
      need('family-name', isName(answers.familyName));
      need('birth', birth);
      if (birth && birth > today) problems.birth = 'future-day';
      if (answers.whose !== 'self') need('requester-name', isName(answers.requesterName));
      break;
    }
    case 'which':
      need('which', exam.examType);
      break;
    case 'when':
      return whenProblems(exam, today);
    case 'what':
      need('certain-images', exam.scope === 'entire-study' || exam.certainImages.trim());
      break;
    case 'how':
      need('how', answers.deliveries.length > 0);
      if (answers.deliveries.includes('secure-link')) {
        need('link-name', isName(answers.linkName));
        need('link-email', email.safeParse(answers.linkEmail.trim()).success);
      }
      if (needsAddress(answers.deliveries)) {
        need('street', answers.street.trim());
        need('town', answers.town.trim());
      }
      break;
    case 'email':
      need('email', email.safeParse(answers.email.trim()).success);
      if (answers.codeId && answers.confirmedEmail !== answers.email.trim())
        need('code', oneTimeCode.safeParse(answers.code).success);
      break;
    case 'sign':
      need('signed-name', isName(answers.signedName));
  }
  return problems;
}

function whenProblems(exam: ExamAnswer, today: string): Problems {
  const { onOrAfter, onOrBefore } = daysOf(exam);
  if (!exam.when) return { when: 'need-when' };
  if (exam.when === 'day') {
    if (!onOrAfter) return { day: 'need-day' };
    return onOrAfter > today ? { day: 'future-day' } : {};
  }
  if (exam.when === 'words') return exam.dateWords.trim() ? {} : { 'date-words': 'need-date-words' };
  if (exam.when === 'all') return {};
  const from = spanOf(exam.from);
  if (!from) return { from: 'need-from' };
  if (from.first > today) return { from: 'future-day' };
  if (exam.when === 'month') return {};
  if (!spanOf(exam.to)) return { to: 'need-to' };
  const inOrder = examItemInput.safeParse({ examType: 'not-sure', onOrAfter, onOrBefore }).success;
  return inOrder ? {} : { to: 'range-backwards' };
}

/** The first question that is not answered yet: a later page opened by its address goes back there. */
export function firstUnanswered(answers: Answers, today: string): { question: Question; exam: number } {
  for (const question of questions) {
    const perExam = isPerExam(question) ? answers.exams : answers.exams.slice(0, 1);
    for (const [index, exam] of perExam.entries()) {
      const isOpen = Object.keys(problemsOf(question, answers, exam, today)).length > 0;
      const unconfirmed = question === 'email' && answers.confirmedEmail !== answers.email.trim();
      if (isOpen || unconfirmed || question === 'sign') return { question, exam: index };
    }
  }
  return { question: 'sign', exam: 0 };
}

export function isPerExam(question: Question): boolean {
  return question === 'which' || question === 'when' || question === 'what';
}

export function addressOfQuestion(question: Question, exam = 0, toSign = false): string {
  return `/ask/${question}${isPerExam(question) && exam > 0 ? `/${exam + 1}` : ''}${toSign ? '?then=sign' : ''}`;
}

/** Where "Continue" leads. A change asked for on the last page goes back there once the exam's questions are done. */
export function afterQuestion(question: Question, exam: number, toSign: boolean): string {
  if (toSign && question !== 'which' && question !== 'when') return addressOfQuestion('sign');
  const next = questions[questions.indexOf(question) + 1] ?? 'sign';
  return addressOfQuestion(next, exam, toSign);
}

export function beforeQuestion(question: Question, exam: number, toSign: boolean, lastExam: number): string {
  const before = questions[questions.indexOf(question) - 1];
  if (question === 'which' && exam > 0) return addressOfQuestion('what', exam - 1);
  if (toSign && (!isPerExam(question) || question === 'which')) return addressOfQuestion('sign');
  if (question === 'how') return addressOfQuestion('what', lastExam);
  return before ? addressOfQuestion(before, exam, toSign) : '/';
}
