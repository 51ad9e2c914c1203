import type { lawQuestionsEn } from './law-questions.en.ts';
import type { Entry } from './text.ts';

export const lawQuestionsEs: { readonly [K in keyof typeof lawQuestionsEn]: Entry } = {
  'Is the day of receipt day 0 or day 1?': '¿El día en que llega es el día 0 o el día 1?',
  'Does a due date on a weekend or holiday move?': '¿Se mueve un plazo que cae en fin de semana o feriado?',
  'What counts as receipt?': '¿Qué cuenta como llegada?',
  'In which time zone are days counted?': '¿En qué huso horario se cuentan los días?',
  'Does anything pause the clock?': '¿Hay algo que detenga el plazo?',
  'From when does the clock of a directive to a third party run that was completed later?':
    '¿Desde cuándo corre el plazo de una instrucción para otra persona que se completó después?',
  'Is the image archive an electronic health record, so that a directive reaches it?':
    '¿Es el archivo de imágenes un expediente electrónico, de modo que una instrucción lo alcanza?',
  'When is a copy given?': '¿Cuándo se da por entregada una copia?',
  'May the fee for this copy be asked for before it is given?':
    '¿Se puede pedir el cargo de esta copia antes de darla?',
  'When is a letter sent?': '¿Cuándo se da por enviada una carta?',
  'What does a spoken request do where writing may be required?':
    '¿Qué vale una solicitud de palabra donde se puede exigir por escrito?',
  'Is a copy sent at the person’s direction in the accounting of disclosures?':
    '¿Está en la lista de entregas una copia enviada porque la persona lo pidió?',
  'How can a letter say that a young person’s record may be held back without revealing it?':
    '¿Cómo puede decir una carta que algo de un menor quizá no se da, sin revelarlo?',
  'Whose record is an ultrasound of an unborn child?':
    '¿De quién es el expediente de una ecografía de un bebé por nacer?',
  'Whose record is the ultrasound of a gestational carrier?':
    '¿De quién es el expediente de la ecografía de una gestante subrogada?',
  'Does a state’s hold on some results reach the pictures?':
    '¿La espera que un estado impone a algunos resultados alcanza a las imágenes?',
  'What happens to a part that is ready early?': '¿Qué pasa con una parte que está lista antes?',
  'Is a study given that is past its retention date and still in the archive?':
    '¿Se da un estudio que pasó su fecha de guarda y sigue en el archivo?',
  'How are fees rounded?': '¿Cómo se redondean los cargos?',
  'Which holidays do business days leave out?': '¿Qué feriados no cuentan como días hábiles?',
  'What if identity is never proved?': '¿Y si nunca se muestra la identidad?',
  'What is sent when a request stays unclear and nobody answers?':
    '¿Qué se envía cuando una solicitud sigue sin ser clara y nadie responde?',
  'How long may the review of a denial take?': '¿Cuánto puede tardar la revisión de una negativa?',
  'What may a copy to a third party at the person’s direction cost?':
    '¿Cuánto puede costar una copia que la persona manda a otra?',
  'What does the house promise beside the law?': '¿Qué promete la casa además de la ley?',
  'day 0': 'día 0',
  'day 1, one day stricter': 'día 1, un día más estricto',
  no: 'no',
  yes: 'sí',
  'to the working day before': 'al día hábil anterior',
  'to the next working day': 'al día hábil siguiente',
  'it stays where it is': 'se queda donde está',
  'first arrival at the facility or a vendor acting for it: any department, any channel, any hour':
    'la primera llegada al centro o a quien trabaja para él: cualquier departamento, vía y hora',
  'first arrival at the controller or its processor': 'la primera llegada al responsable o a su encargado',
  'the facility’s own': 'el del centro',
  never: 'nunca',
  'only what the pack lists, each under its condition': 'solo lo que la ley enumera, cada cosa con su condición',
  'the legal clock from the moment when all four elements are there; the worklist goes by the first receipt':
    'el plazo legal, desde que están las cuatro partes; la lista de trabajo, desde la primera llegada',
  'from the first receipt, complete or not': 'desde la primera llegada, completa o no',
  'from the first receipt': 'desde la primera llegada',
  'pictures are personal data like everything else': 'las imágenes son datos personales como todo lo demás',
  'link: it opens and the notice was sent; post: the carrier’s acceptance scan; pick-up: ready and the notice was sent':
    'enlace: se abre y se avisó; correo: el transportista lo aceptó; recoger: está listo y se avisó',
  'post: only when the carrier says that it arrived': 'correo: solo cuando el transportista dice que llegó',
  'link: it opens; post: the carrier’s acceptance scan': 'enlace: se abre; correo: el transportista lo aceptó',
  'no, it is billed with the release': 'no, se cobra con la entrega',
  'yes: a free view is offered at once, the clock runs, and hardship waives it in one step':
    'sí: se ofrece ver gratis de inmediato, el plazo corre, y quien no puede pagar queda exento en un paso',
  'electronic: accepted by the mail server, or visible in the portal with a notice; post: handed to the carrier by 23:59 local time':
    'electrónica: el servidor de correo la aceptó, o está en el portal con un aviso; postal: en manos del transportista a más tardar a las 23:59, hora local',
  'accepted by the mail server, or handed to the carrier':
    'el servidor de correo la aceptó, o está en manos del transportista',
  'it starts the clock, and staff write it down': 'empieza el plazo, y el personal la escribe',
  'shown, with the label “sent at your direction”': 'se muestra, con las palabras “enviado porque usted lo pidió”',
  'shown, with its label': 'se muestra, con su explicación',
  'the same neutral sentence in every letter about a patient aged 12 to 17':
    'la misma frase neutral en cada carta sobre un paciente de 12 a 17 años',
  'the same sentence in every letter about anybody under 18':
    'la misma frase en cada carta sobre cualquier menor de 18 años',
  'the same sentence in every letter about a minor': 'la misma frase en cada carta sobre un menor',
  'the pregnant patient’s': 'de la paciente embarazada',
  'the carrier’s; the intended parents need her directive or authorization':
    'de la gestante; los futuros padres necesitan su instrucción o autorización',
  'the carrier’s': 'de la gestante',
  'no, only the electronic report, unless the statute names pictures':
    'no, solo al informe electrónico, salvo que la ley nombre las imágenes',
  'it is given at once, and the rest stays open': 'se da de inmediato, y lo demás sigue abierto',
  'down, to the cent': 'hacia abajo, al centavo',
  'those of the jurisdiction’s calendar, named and dated; a new holiday moves open clocks only':
    'los del calendario de la jurisdicción, con nombre y fecha; un feriado nuevo solo mueve plazos abiertos',
  'none: every weekday counts, which is stricter': 'ninguno: cada día de semana cuenta, que es más estricto',
  'those of the member state, named and dated': 'los del estado miembro, con nombre y fecha',
  'nothing is released; by the due date a written answer says what is missing and where to complain, and the request closes until proof comes':
    'no se entrega nada; antes del plazo una respuesta escrita dice qué falta y dónde quejarse, y la solicitud se cierra hasta que llegue la prueba',
  'a written answer says what is missing and where to complain':
    'una respuesta escrita dice qué falta y dónde quejarse',
  'the answer is sent and the request stays open': 'se envía la respuesta y la solicitud sigue abierta',
  'to the patient all studies that may be meant; to a representative the same within that authority; to a third party only what the signed writing names':
    'al paciente, todo estudio que pueda ser; a un representante, lo mismo dentro de su autoridad; a otra persona, solo lo que nombra el escrito firmado',
  'all that may be meant, to the person alone': 'todo lo que pueda ser, solo a la persona',
  '15 calendar days': '15 días corridos',
  '10 calendar days': '10 días corridos',
  '5 calendar days': '5 días corridos',
  'nothing when it runs electronically without hands; else the state’s ceiling, or the facility’s schedule, never above actual cost':
    'nada cuando va por vía electrónica y sin manos; si no, el tope del estado o los precios del centro, nunca más que el costo real',
  'the same as the patient would pay': 'lo mismo que pagaría el paciente',
  nothing: 'nada',
  'the service limits of the pack; each may be made shorter':
    'los plazos propios de esta ley; cada uno se puede acortar',
  'The rule says “no later than 30 days after receipt of the request”.':
    'La regla dice “a más tardar 30 días después de recibir la solicitud”.',
  '164.524 has no rule for it, so the stricter reading is kept.':
    '164.524 no lo regula; se toma la lectura más estricta.',
  'A vendor acts for the facility; patients cannot be expected to know the right door.':
    'Un proveedor actúa por el centro; el paciente no tiene por qué saber la puerta correcta.',
  'It is the calendar that both sides live by.': 'Es el calendario con el que viven ambas partes.',
  '164.524 has no pause: proving identity, questions and fees are waits beside a deadline that does not move.':
    '164.524 no conoce pausas: identidad, preguntas y cargos son esperas junto a un plazo que no se mueve.',
  'Only a complete directive binds; the person has still waited since the first day.':
    'Solo obliga una instrucción completa; la persona espera igual desde el primer día.',
  'It fits the words of 42 U.S.C. 17921(5), and no ruling says otherwise.':
    'Encaja en las palabras de 42 U.S.C. 17921(5), y ningún fallo dice otra cosa.',
  'A notice that is not true gives nobody access, and a printed label is not a parcel.':
    'Un aviso que no es verdad no da acceso a nadie, y una etiqueta impresa no es un paquete.',
  'The rule is silent and the clock runs on.': 'La regla calla y el plazo sigue.',
  'A letter that came back was not sent.': 'Una carta que volvió no se envió.',
  'Writing may be required only of people who were told so; nobody loses days for having asked at a desk.':
    'Solo se exige por escrito a quien se le dijo; nadie pierde días por haber pedido en un mostrador.',
  'The rule is silent; a list that leaves something out is harder to trust.':
    'La regla calla; en una lista que omite algo se confía menos.',
  'A sentence that stands everywhere tells nothing about one person.':
    'Una frase que está en todas partes no dice nada de una persona.',
  'It was made of her; HHS treated a mother’s request for fetal monitor strips as access to her own record.':
    'Se hizo de ella; el HHS trató el pedido de una madre de tiras del monitor fetal como acceso a su propio expediente.',
  'It is her health information.': 'Son sus datos de salud.',
  'The statutes speak of reports and results.': 'Las leyes hablan de informes y resultados.',
  'Thirty days is the outer limit, and part of the record is not the record.':
    'Treinta días es el límite, y una parte del expediente no es el expediente.',
  'The right lasts as long as the record is maintained: 164.524(a)(1).':
    'El derecho dura mientras se guarda el expediente: 164.524(a)(1).',
  'A fee may not exceed the cost.': 'Un cargo no puede pasar del costo.',
  'A calendar without a name cannot be checked.': 'Un calendario sin nombre no se puede comprobar.',
  'No answer at all would be the violation; proof reopens it with its first day of receipt shown.':
    'No responder sería la falta; la prueba la abre otra vez, con su primer día a la vista.',
  'Too little is a failure toward the patient, too much one toward everybody else.':
    'De menos es una falta con el paciente; de más, con todos los otros.',
  'The rule says “a reasonable period”; nobody should wait twice as long again.':
    'La regla dice “un tiempo razonable”; nadie debe esperar otra vez el doble.',
  'The patient rate does not reach it since 2020, and 45 CFR 171.302 forbids a fee on electronic access.':
    'La tarifa del paciente no lo alcanza desde 2020, y 45 CFR 171.302 prohíbe cobrar el acceso electrónico.',
  'The legal period is the outer limit and not the target.': 'El plazo legal es el límite y no la meta.',
  'Regulation 1182/71 Art. 3(1): the day of the event is not counted.':
    'Reglamento 1182/71 art. 3(1): el día del hecho no se cuenta.',
  'A processor acts for the controller.': 'Un encargado actúa por el responsable.',
  'The law knows no separate clock for a copy to somebody else.':
    'La ley no conoce otro plazo para una copia a otra persona.',
  'A notice that is not true gives nobody access.': 'Un aviso que no es verdad no da acceso a nadie.',
  'The first copy is free.': 'La primera copia es gratis.',
  'GDPR names no form for a request.': 'El RGPD no fija forma para una solicitud.',
  'GDPR Art. 15(1)(c): recipients are told.': 'RGPD art. 15(1)(c): se dice quién recibió.',
  'National law decides; a sentence that stands everywhere tells nothing about one person.':
    'Decide la ley nacional; una frase que está en todas partes no dice nada de una persona.',
  'It was made of her.': 'Se hizo de ella.',
  'It is her data concerning health.': 'Son sus datos de salud.',
  'The law knows no such hold.': 'La ley no conoce esa espera.',
  'GDPR Art. 12(3): without undue delay.': 'RGPD art. 12(3): sin dilación indebida.',
  'GDPR Art. 15: whatever is processed.': 'RGPD art. 15: todo lo que se trata.',
  'House rule; the law knows complaints and not reviews.': 'Regla de la casa; la ley conoce quejas y no revisiones.',
  'The first copy is free, wherever the person wants it sent.': 'La primera copia es gratis, vaya a donde vaya.',
  'One month is the outer limit.': 'Un mes es el límite.',
  'GDPR Art. 12(6) and recital 63.': 'RGPD art. 12(6) y considerando 63.',
  'GDPR Art. 4(1) and 4(15).': 'RGPD art. 4(1) y 4(15).',
  'GDPR Art. 12(4) and 12(6).': 'RGPD art. 12(4) y 12(6).',
  'GDPR Art. 15(3).': 'RGPD art. 15(3).',
  'Regulation 1182/71 Art. 3(4).': 'Reglamento 1182/71 art. 3(4).',
  'Regulation 1182/71 Art. 2.': 'Reglamento 1182/71 art. 2.',
  'A parent is judged exam by exam, never by an age.':
    'A un padre o una madre se le mira examen por examen, nunca por una edad.',
  'Nobody needs a notary to prove who they are.': 'Nadie necesita un notario para mostrar quién es.',
  'Nobody has to come in to ask or to collect.': 'Nadie tiene que venir a pedir ni a recoger.',
  'A signature on a screen counts like one on paper.': 'Una firma en pantalla vale como una en papel.',
  'Any writing with the needed facts is worked.': 'Se trabaja cualquier escrito con los datos que hacen falta.',
  'Nobody needs an account.': 'Nadie necesita una cuenta.',
  'Nobody has to say why.': 'Nadie tiene que decir por qué.',
  'There is more than one way to ask.': 'Hay más de una forma de pedir.',
  'There are two ways to prove who one is, one without a passport or a smartphone.':
    'Hay dos formas de mostrar quién es uno, una sin pasaporte ni teléfono.',
  'Somebody who was warned and still wants plain e-mail gets it.':
    'Quien fue avisado y aún quiere correo sin cifrar lo recibe.',
  'What is held electronically is given electronically.':
    'Lo que se guarda en forma electrónica se da en forma electrónica.',
  'No result waits for somebody to look first.': 'Ningún resultado espera a que alguien lo vea antes.',
  'Nothing pauses the clock.': 'Nada detiene el plazo.',
  'A reminder never starts the days again.': 'Un recordatorio nunca empieza los días otra vez.',
  'Searching and fetching are never charged.': 'Buscar y traer nunca se cobra.',
  'Proving who one is is never charged.': 'Mostrar quién es uno nunca se cobra.',
  'Looking and downloading are free.': 'Ver y descargar es gratis.',
  'Pictures held electronically have no price each.': 'Las imágenes electrónicas no tienen precio por unidad.',
  'Part of the record is not the record.': 'Una parte del expediente no es el expediente.',
  'Proof of identity asks no more than doubt requires.': 'La prueba de identidad no pide más de lo que la duda exige.',
  'Nobody has to come in.': 'Nadie tiene que venir.',
  'Any request counts, on whatever paper.': 'Cualquier solicitud vale, en el papel que sea.',
  'Looking is free.': 'Ver es gratis.',
  'A full copy is owed where the record needs it.': 'Se debe una copia completa donde el expediente lo necesita.',
};
