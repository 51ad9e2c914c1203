/** What the packs leave open, answer and bar, by the very words of the law: a new sentence shows itself. */
export const lawQuestionsEn = {
  'Is the day of receipt day 0 or day 1?': 'Is the day of receipt day 0 or day 1?',
  'Does a due date on a weekend or holiday move?': 'Does a due date on a weekend or holiday move?',
  'What counts as receipt?': 'What counts as receipt?',
  'In which time zone are days counted?': 'In which time zone are days counted?',
  'Does anything pause the clock?': 'Does anything pause the clock?',
  'From when does the clock of a directive to a third party run that was completed later?':
    'From when does the clock of a directive to a third party run that was completed later?',
  'Is the image archive an electronic health record, so that a directive reaches it?':
    'Is the image archive an electronic health record, so that a directive reaches it?',
  'When is a copy given?': 'When is a copy given?',
  'May the fee for this copy be asked for before it is given?':
    'May the fee for this copy be asked for before it is given?',
  'When is a letter sent?': 'When is a letter sent?',
  'What does a spoken request do where writing may be required?':
    'What does a spoken request do where writing may be required?',
  'Is a copy sent at the person’s direction in the accounting of disclosures?':
    'Is a copy sent at the person’s direction in the accounting of disclosures?',
  'How can a letter say that a young person’s record may be held back without revealing it?':
    'How can a letter say that a young person’s record may be held back without revealing it?',
  'Whose record is an ultrasound of an unborn child?': 'Whose record is an ultrasound of an unborn child?',
  'Whose record is the ultrasound of a gestational carrier?':
    'Whose record is the ultrasound of a gestational carrier?',
  'Does a state’s hold on some results reach the pictures?': 'Does a state’s hold on some results reach the pictures?',
  'What happens to a part that is ready early?': 'What happens to a part that is ready early?',
  'Is a study given that is past its retention date and still in the archive?':
    'Is a study given that is past its retention date and still in the archive?',
  'How are fees rounded?': 'How are fees rounded?',
  'Which holidays do business days leave out?': 'Which holidays do business days leave out?',
  'What if identity is never proved?': 'What if identity is never proved?',
  'What is sent when a request stays unclear and nobody answers?':
    'What is sent when a request stays unclear and nobody answers?',
  'How long may the review of a denial take?': 'How long may the review of a denial take?',
  'What may a copy to a third party at the person’s direction cost?':
    'What may a copy to a third party at the person’s direction cost?',
  'What does the house promise beside the law?': 'What does the house promise beside the law?',
  'day 0': 'day 0',
  'day 1, one day stricter': 'day 1, one day stricter',
  no: 'no',
  yes: 'yes',
  'to the working day before': 'to the working day before',
  'to the next working day': 'to the next working day',
  'it stays where it is': 'it stays where it is',
  'first arrival at the facility or a vendor acting for it: any department, any channel, any hour':
    'first arrival at the facility or a vendor acting for it: any department, any channel, any hour',
  'first arrival at the controller or its processor': 'first arrival at the controller or its processor',
  'the facility’s own': 'the facility’s own',
  never: 'never',
  'only what the pack lists, each under its condition': 'only what the pack lists, each under its condition',
  'the legal clock from the moment when all four elements are there; the worklist goes by the first receipt':
    'the legal clock from the moment when all four elements are there; the worklist goes by the first receipt',
  'from the first receipt, complete or not': 'from the first receipt, complete or not',
  'from the first receipt': 'from the first receipt',
  'pictures are personal data like everything else': 'pictures are personal data like everything else',
  'link: it opens and the notice was sent; post: the carrier’s acceptance scan; pick-up: ready and the notice was sent':
    'link: it opens and the notice was sent; post: the carrier’s acceptance scan; pick-up: ready and the notice was sent',
  'post: only when the carrier says that it arrived': 'post: only when the carrier says that it arrived',
  'link: it opens; post: the carrier’s acceptance scan': 'link: it opens; post: the carrier’s acceptance scan',
  'no, it is billed with the release': 'no, it is billed with the release',
  'yes: a free view is offered at once, the clock runs, and hardship waives it in one step':
    'yes: a free view is offered at once, the clock runs, and hardship waives it in one step',
  'electronic: accepted by the mail server, or visible in the portal with a notice; post: handed to the carrier by 23:59 local time':
    'electronic: accepted by the mail server, or visible in the portal with a notice; post: handed to the carrier by 23:59 local time',
  'accepted by the mail server, or handed to the carrier': 'accepted by the mail server, or handed to the carrier',
  'it starts the clock, and staff write it down': 'it starts the clock, and staff write it down',
  'shown, with the label “sent at your direction”': 'shown, with the label “sent at your direction”',
  'shown, with its label': 'shown, with its label',
  'the same neutral sentence in every letter about a patient aged 12 to 17':
    'the same neutral sentence in every letter about a patient aged 12 to 17',
  'the same sentence in every letter about anybody under 18':
    'the same sentence in every letter about anybody under 18',
  'the same sentence in every letter about a minor': 'the same sentence in every letter about a minor',
  'the pregnant patient’s': 'the pregnant patient’s',
  'the carrier’s; the intended parents need her directive or authorization':
    'the carrier’s; the intended parents need her directive or authorization',
  'the carrier’s': 'the carrier’s',
  'no, only the electronic report, unless the statute names pictures':
    'no, only the electronic report, unless the statute names pictures',
  'it is given at once, and the rest stays open': 'it is given at once, and the rest stays open',
  'down, to the cent': 'down, to the cent',
  'those of the jurisdiction’s calendar, named and dated; a new holiday moves open clocks only':
    'those of the jurisdiction’s calendar, named and dated; a new holiday moves open clocks only',
  'none: every weekday counts, which is stricter': 'none: every weekday counts, which is stricter',
  'those of the member state, named and dated': 'those of the member state, named and dated',
  'nothing is released; by the due date a written answer says what is missing and where to complain, and the request closes until proof comes':
    'nothing is released; by the due date a written answer says what is missing and where to complain, and the request closes until proof comes',
  'a written answer says what is missing and where to complain':
    'a written answer says what is missing and where to complain',
  'the answer is sent and the request stays open': 'the answer is sent and the request stays open',
  'to the patient all studies that may be meant; to a representative the same within that authority; to a third party only what the signed writing names':
    'to the patient all studies that may be meant; to a representative the same within that authority; to a third party only what the signed writing names',
  'all that may be meant, to the person alone': 'all that may be meant, to the person alone',
  '15 calendar days': '15 calendar days',
  '10 calendar days': '10 calendar days',
  '5 calendar days': '5 calendar days',
  'nothing when it runs electronically without hands; else the state’s ceiling, or the facility’s schedule, never above actual cost':
    'nothing when it runs electronically without hands; else the state’s ceiling, or the facility’s schedule, never above actual cost',
  'the same as the patient would pay': 'the same as the patient would pay',
  nothing: 'nothing',
  'the service limits of the pack; each may be made shorter':
    'the service limits of the pack; each may be made shorter',
  'The rule says “no later than 30 days after receipt of the request”.':
    'The rule says “no later than 30 days after receipt of the request”.',
  '164.524 has no rule for it, so the stricter reading is kept.':
    '164.524 has no rule for it, so the stricter reading is kept.',
  'A vendor acts for the facility; patients cannot be expected to know the right door.':
    'A vendor acts for the facility; patients cannot be expected to know the right door.',
  'It is the calendar that both sides live by.': 'It is the calendar that both sides live by.',
  '164.524 has no pause: proving identity, questions and fees are waits beside a deadline that does not move.':
    '164.524 has no pause: proving identity, questions and fees are waits beside a deadline that does not move.',
  'Only a complete directive binds; the person has still waited since the first day.':
    'Only a complete directive binds; the person has still waited since the first day.',
  'It fits the words of 42 U.S.C. 17921(5), and no ruling says otherwise.':
    'It fits the words of 42 U.S.C. 17921(5), and no ruling says otherwise.',
  'A notice that is not true gives nobody access, and a printed label is not a parcel.':
    'A notice that is not true gives nobody access, and a printed label is not a parcel.',
  'The rule is silent and the clock runs on.': 'The rule is silent and the clock runs on.',
  'A letter that came back was not sent.': 'A letter that came back was not sent.',
  'Writing may be required only of people who were told so; nobody loses days for having asked at a desk.':
    'Writing may be required only of people who were told so; nobody loses days for having asked at a desk.',
  'The rule is silent; a list that leaves something out is harder to trust.':
    'The rule is silent; a list that leaves something out is harder to trust.',
  'A sentence that stands everywhere tells nothing about one person.':
    'A sentence that stands everywhere tells nothing about one person.',
  'It was made of her; HHS treated a mother’s request for fetal monitor strips as access to her own record.':
    'It was made of her; HHS treated a mother’s request for fetal monitor strips as access to her own record.',
  'It is her health information.': 'It is her health information.',
  'The statutes speak of reports and results.': 'The statutes speak of reports and results.',
  'Thirty days is the outer limit, and part of the record is not the record.':
    'Thirty days is the outer limit, and part of the record is not the record.',
  'The right lasts as long as the record is maintained: 164.524(a)(1).':
    'The right lasts as long as the record is maintained: 164.524(a)(1).',
  'A fee may not exceed the cost.': 'A fee may not exceed the cost.',
  'A calendar without a name cannot be checked.': 'A calendar without a name cannot be checked.',
  'No answer at all would be the violation; proof reopens it with its first day of receipt shown.':
    'No answer at all would be the violation; proof reopens it with its first day of receipt shown.',
  'Too little is a failure toward the patient, too much one toward everybody else.':
    'Too little is a failure toward the patient, too much one toward everybody else.',
  'The rule says “a reasonable period”; nobody should wait twice as long again.':
    'The rule says “a reasonable period”; nobody should wait twice as long again.',
  'The patient rate does not reach it since 2020, and 45 CFR 171.302 forbids a fee on electronic access.':
    'The patient rate does not reach it since 2020, and 45 CFR 171.302 forbids a fee on electronic access.',
  'The legal period is the outer limit and not the target.': 'The legal period is the outer limit and not the target.',
  'Regulation 1182/71 Art. 3(1): the day of the event is not counted.':
    'Regulation 1182/71 Art. 3(1): the day of the event is not counted.',
  'A processor acts for the controller.': 'A processor acts for the controller.',
  'The law knows no separate clock for a copy to somebody else.':
    'The law knows no separate clock for a copy to somebody else.',
  'A notice that is not true gives nobody access.': 'A notice that is not true gives nobody access.',
  'The first copy is free.': 'The first copy is free.',
  'GDPR names no form for a request.': 'GDPR names no form for a request.',
  'GDPR Art. 15(1)(c): recipients are told.': 'GDPR Art. 15(1)(c): recipients are told.',
  'National law decides; a sentence that stands everywhere tells nothing about one person.':
    'National law decides; a sentence that stands everywhere tells nothing about one person.',
  'It was made of her.': 'It was made of her.',
  'It is her data concerning health.': 'It is her data concerning health.',
  'The law knows no such hold.': 'The law knows no such hold.',
  'GDPR Art. 12(3): without undue delay.': 'GDPR Art. 12(3): without undue delay.',
  'GDPR Art. 15: whatever is processed.': 'GDPR Art. 15: whatever is processed.',
  'House rule; the law knows complaints and not reviews.': 'House rule; the law knows complaints and not reviews.',
  'The first copy is free, wherever the person wants it sent.':
    'The first copy is free, wherever the person wants it sent.',
  'One month is the outer limit.': 'One month is the outer limit.',
  'GDPR Art. 12(6) and recital 63.': 'GDPR Art. 12(6) and recital 63.',
  'GDPR Art. 4(1) and 4(15).': 'GDPR Art. 4(1) and 4(15).',
  'GDPR Art. 12(4) and 12(6).': 'GDPR Art. 12(4) and 12(6).',
  'GDPR Art. 15(3).': 'GDPR Art. 15(3).',
  'Regulation 1182/71 Art. 3(4).': 'Regulation 1182/71 Art. 3(4).',
  'Regulation 1182/71 Art. 2.': 'Regulation 1182/71 Art. 2.',
  'A parent is judged exam by exam, never by an age.': 'A parent is judged exam by exam, never by an age.',
  'Nobody needs a notary to prove who they are.': 'Nobody needs a notary to prove who they are.',
  'Nobody has to come in to ask or to collect.': 'Nobody has to come in to ask or to collect.',
  'A signature on a screen counts like one on paper.': 'A signature on a screen counts like one on paper.',
  'Any writing with the needed facts is worked.': 'Any writing with the needed facts is worked.',
  'Nobody needs an account.': 'Nobody needs an account.',
  'Nobody has to say why.': 'Nobody has to say why.',
  'There is more than one way to ask.': 'There is more than one way to ask.',
  'There are two ways to prove who one is, one without a passport or a smartphone.':
    'There are two ways to prove who one is, one without a passport or a smartphone.',
  'Somebody who was warned and still wants plain e-mail gets it.':
    'Somebody who was warned and still wants plain e-mail gets it.',
  'What is held electronically is given electronically.': 'What is held electronically is given electronically.',
  'No result waits for somebody to look first.': 'No result waits for somebody to look first.',
  'Nothing pauses the clock.': 'Nothing pauses the clock.',
  'A reminder never starts the days again.': 'A reminder never starts the days again.',
  'Searching and fetching are never charged.': 'Searching and fetching are never charged.',
  'Proving who one is is never charged.': 'Proving who one is is never charged.',
  'Looking and downloading are free.': 'Looking and downloading are free.',
  'Pictures held electronically have no price each.': 'Pictures held electronically have no price each.',
  'Part of the record is not the record.': 'Part of the record is not the record.',
  'Proof of identity asks no more than doubt requires.': 'Proof of identity asks no more than doubt requires.',
  'Nobody has to come in.': 'Nobody has to come in.',
  'Any request counts, on whatever paper.': 'Any request counts, on whatever paper.',
  'Looking is free.': 'Looking is free.',
  'A full copy is owed where the record needs it.': 'A full copy is owed where the record needs it.',
};
