import { email, examItemInput, oneTimeCode, personName } from '@echoback/server/contract';
import { calendarDateOf, spanOf } from '../../design-system/calendar-parts.ts';
import { type Answers, daysOf, type ExamAnswer, isConfirmed, needsAddress, noExam, waysOf } from './answers.ts';

/** All of them in their order. From the mailbox on, answers are kept. */
export const questions = [
  'whose',
  'email',
  'who',
  'which',
  'when',
  'what',
  'to-whom',
  'how',
  'recipient',
  'authorization',
  'papers',
  'sign',
] as const;
export type Question = (typeof questions)[number];

/** The case decides the questions: nobody is asked what their case does not need. */
export function questionsFor(answers: Answers): Question[] {
  const { toOther } = waysOf(answers);
  const needed: Partial<Record<Question, boolean>> = {
    how: answers.toWhom.includes('me'),
    recipient: answers.toWhom.includes('other'),
    // Film or paper to somebody else: a directive does not reach it (45 CFR 164.508(c), Ciox Health v. Azar).
    authorization: toOther.includes('prints'),
    papers: answers.whose !== undefined && answers.whose !== 'self',
  };
  return questions.filter((question) => needed[question] ?? true);
}

/** Which page this is: its exam by place, and whether a change leads back to the signature. */
export type QuestionPlace = { question: Question; examIndex: number; toSign: boolean };

/** A field that still needs something, by the key of the sentence that says what. */
export type Problems = Partial<
  Record<ProblemField, `need-${ProblemField}` | 'future-day' | 'past-day' | 'range-backwards'>
>;
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
  | 'to-whom'
  | 'how'
  | 'other-form'
  | 'mail-warning'
  | 'street'
  | 'town'
  | 'other-kinds'
  | 'other-name'
  | 'other-email'
  | 'other-street'
  | 'other-town'
  | 'authorizes'
  | 'purpose'
  | 'ends-on'
  | 'statements'
  | 'papers'
  | 'email'
  | 'code'
  | 'signed-name';

type Need = (field: ProblemField, met: unknown) => void;
const isName = (name: string) => personName.safeParse(name).success;

/** What one question still lacks; the contract's own schemas decide, the catalogue says it. */
export function problemsOf(question: Question, answers: Answers, exam: ExamAnswer, today: string): Problems {
  const problems: Problems = {};
  const need: Need = (field, met) => {
    if (!met && !problems[field]) problems[field] = `need-${field}`;
  };
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
    case 'to-whom':
      need('to-whom', answers.toWhom.length > 0);
      break;
    case 'how':
      howProblems(answers, need);
      break;
    case 'recipient':
      recipientProblems(answers, need);
      break;
    case 'authorization':
      return authorizationProblems(answers, today);
    case 'email':
      need('email', email.safeParse(answers.email.trim()).success);
      if (answers.codeId && !isConfirmed(answers)) need('code', oneTimeCode.safeParse(answers.code).success);
      break;
    case 'papers':
      need('papers', answers.papersSeen);
      break;
    case 'sign':
      need('signed-name', isName(answers.signedName));
  }
  return problems;
}

function howProblems(answers: Answers, need: Need): void {
  const { mine } = waysOf(answers);
  need('how', mine.length > 0);
  if (mine.includes('other-form')) need('other-form', answers.otherForm.trim());
  if (mine.includes('email-unencrypted')) need('mail-warning', answers.mailWarningRead);
  if (!needsAddress(mine)) return;
  need('street', answers.street.trim());
  need('town', answers.town.trim());
}

/** Who receives it and where to send it: two of a directive's four elements, 45 CFR 164.524(c)(3)(ii). */
function recipientProblems(answers: Answers, need: Need): void {
  const { otherKinds } = answers;
  need('other-name', isName(answers.otherName));
  need('other-kinds', otherKinds.length > 0);
  if (otherKinds.includes('secure-link')) need('other-email', email.safeParse(answers.otherEmail.trim()).success);
  if (!needsAddress(otherKinds)) return;
  need('other-street', answers.otherStreet.trim());
  need('other-town', answers.otherTown.trim());
}

/** Each element of 45 CFR 164.508(c) that the form does not say by itself. */
function authorizationProblems(answers: Answers, today: string): Problems {
  const problems: Problems = {};
  if (!answers.authorizes.trim()) problems.authorizes = 'need-authorizes';
  if (answers.purpose === 'other' && !answers.purposeWords.trim()) problems.purpose = 'need-purpose';
  const endsOn = calendarDateOf(answers.endsOn);
  if (answers.ends === 'day' && !endsOn) problems['ends-on'] = 'need-ends-on';
  if (answers.ends === 'day' && endsOn && endsOn < today) problems['ends-on'] = 'past-day';
  if (!answers.statementsRead) problems.statements = 'need-statements';
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
export function firstUnanswered(answers: Answers, today: string): Step {
  const isOpen = ({ question, exam }: Step) => {
    if (question === 'sign' || (question === 'email' && !isConfirmed(answers))) return true;
    return Object.keys(problemsOf(question, answers, answers.exams[exam] ?? noExam, today)).length > 0;
  };
  return stepsFor(answers).find(isOpen) ?? { question: 'sign', exam: 0 };
}

export type Step = { question: Question; exam: number };

/** Every page on the way: the three questions about an exam, exam by exam. */
export function stepsFor(answers: Answers): Step[] {
  const asked = questionsFor(answers);
  const perExam = asked.filter(isPerExam);
  return asked.flatMap((question) => {
    if (!isPerExam(question)) return [{ question, exam: 0 }];
    if (question !== perExam[0]) return [];
    return answers.exams.flatMap((_, exam) => perExam.map((each) => ({ question: each, exam })));
  });
}

export function isPerExam(question: Question): boolean {
  return question === 'which' || question === 'when' || question === 'what';
}

export function addressOfQuestion(question: Question, exam = 0, toSign = false): string {
  return `/ask/${question}${isPerExam(question) && exam > 0 ? `/${exam + 1}` : ''}${toSign ? '?then=sign' : ''}`;
}

/**
 * Where "Continue" leads. A change asked for on the last page goes back there once the exam's questions are done; where
 * the change brought new questions, the first of those comes next.
 */
export function afterQuestion(answers: Answers, { question, examIndex, toSign }: QuestionPlace, today: string): string {
  if (toSign && question !== 'which' && question !== 'when') {
    const open = firstUnanswered(answers, today);
    return addressOfQuestion(open.question, open.exam, open.question !== 'sign');
  }
  const asked = questionsFor(answers);
  const next = asked[asked.indexOf(question) + 1] ?? 'sign';
  return addressOfQuestion(next, examIndex, toSign);
}

export function beforeQuestion(answers: Answers, { question, examIndex, toSign }: QuestionPlace): string {
  const asked = questionsFor(answers);
  const before = asked[asked.indexOf(question) - 1];
  if (question === 'which' && examIndex > 0) return addressOfQuestion('what', examIndex - 1);
  if (toSign && (!isPerExam(question) || question === 'which')) return addressOfQuestion('sign');
  if (!before) return '/';
  if (before === 'what') return addressOfQuestion('what', answers.exams.length - 1, toSign);
  return addressOfQuestion(before, examIndex, toSign);
}
