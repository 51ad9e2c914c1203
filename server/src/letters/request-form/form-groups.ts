import { type FormGroup, line, tick } from './form-field.ts';

/**
 * The paper form: the portal's questions and those that only paper needs. No social security number, no full insurance
 * number, no reason for asking, no line for a notary.
 */
export const formGroups: readonly FormGroup[] = [
  {
    title: { en: '1. Whose pictures', es: '1. De quién son las imágenes' },
    rows: [
      [
        line('patient.givenName', 'R', { en: 'First name', es: 'Nombre' }, ['patient.givenName']),
        line('patient.familyName', 'R', { en: 'Last name', es: 'Apellidos' }, ['patient.familyName']),
      ],
      [
        line(
          'patient.birthDate',
          'R',
          { en: 'Date of birth (month, day, year)', es: 'Fecha de nacimiento (mes, día, año)' },
          ['patient.birthDate'],
        ),
        line(
          'patient.formerNames',
          'O',
          { en: 'Other names, such as one before marriage', es: 'Otros nombres o apellidos' },
          ['patient.formerNames'],
        ),
      ],
      [
        line(
          'patient.mrn',
          'O',
          { en: 'Medical record number, if you have it', es: 'Número de registro médico, si lo tiene' },
          ['patient.mrn'],
        ),
        line(
          'language',
          'O',
          { en: 'Your language; do you need an interpreter?', es: 'Su idioma; ¿necesita intérprete?' },
          ['language'],
        ),
      ],
      { en: 'How we can reach you (one is enough): *', es: 'Cómo le podemos avisar (basta una forma): *' },
      [
        line('contact.phone', 'C', { en: 'Phone', es: 'Teléfono' }, ['requester.phone']),
        line('contact.email', 'C', { en: 'E-mail', es: 'Correo electrónico' }, ['contactCodeId']),
      ],
      [line('contact.address', 'C', { en: 'Mail address', es: 'Dirección postal' })],
      [
        tick('format.largePrint', { en: 'Large print', es: 'Letra grande' }),
        tick('format.audio', { en: 'Audio', es: 'Audio' }),
        tick('format.braille', { en: 'Braille', es: 'Braille' }),
      ],
    ],
  },
  {
    title: { en: '2. Who asks', es: '2. Quién las pide' },
    rows: [
      [
        tick('requester.self', { en: 'They are mine', es: 'Son mías' }, ['requester.is', 'requester.is=self']),
        tick('requester.parent', { en: 'My child’s', es: 'De mi hijo o hija' }, ['requester.is=parent']),
        tick('requester.representative', { en: 'Of somebody I act for', es: 'De alguien por quien actúo' }, [
          'requester.is=personal-representative',
        ]),
      ],
      [
        tick(
          'requester.executor',
          { en: 'Of somebody who died: I act for the estate', es: 'De alguien que murió: actúo por la sucesión' },
          ['requester.is=executor'],
        ),
        tick('requester.family', { en: 'Of family who died', es: 'De un familiar que murió' }, ['requester.is=family']),
      ],
      [
        line(
          'requester.name',
          'C',
          { en: 'Your own name, if they are not yours', es: 'Su propio nombre, si no son suyas' },
          ['requester.name'],
        ),
        line(
          'requester.paper',
          'C',
          {
            en: 'Paper that says you may (send a copy)',
            es: 'Papel que lo muestra (mande una copia)',
          },
          ['requester.basis'],
        ),
      ],
      [
        line('requester.minor', 'C', {
          en: 'For a child: which exams, and who agreed to them, if you know',
          es: 'Si es menor: qué exámenes, y quién los autorizó, si lo sabe',
        }),
      ],
    ],
  },
  {
    title: { en: '3. Which exam', es: '3. Qué examen' },
    rows: [
      {
        en: 'A rough answer is enough. For more than one exam, use another copy of this page.',
        es: 'Basta una respuesta aproximada. Para más de un examen, use otra copia de esta página.',
      },
      [
        tick('exam.pregnancy', { en: 'Pregnancy, fetal heart', es: 'Embarazo, corazón fetal' }, [
          'examItems.examType',
          'examItems.examType=pregnancy',
        ]),
        tick('exam.pelvis', { en: 'Pelvis, scrotum', es: 'Pelvis, escroto' }, ['examItems.examType=pelvis']),
        tick('exam.abdomen', { en: 'Belly, kidneys', es: 'Vientre, riñones' }, ['examItems.examType=abdomen']),
      ],
      [
        tick('exam.breast', { en: 'Breast', es: 'Mama' }, ['examItems.examType=breast']),
        tick('exam.neck', { en: 'Neck, thyroid', es: 'Cuello, tiroides' }, ['examItems.examType=neck-thyroid']),
        tick('exam.vascular', { en: 'Veins, arteries', es: 'Venas, arterias' }, ['examItems.examType=vascular']),
      ],
      [
        tick('exam.heart', { en: 'Heart', es: 'Corazón' }, ['examItems.examType=heart']),
        tick('exam.musculoskeletal', { en: 'Muscles, joints', es: 'Músculos, articulaciones' }, [
          'examItems.examType=musculoskeletal',
        ]),
        tick('exam.other', { en: 'X-ray, CT, MRI or other', es: 'Rayos X, TC, RM u otro' }, [
          'examItems.examType=other',
        ]),
      ],
      [tick('exam.notSure', { en: 'I am not sure which', es: 'No sé cuál' }, ['examItems.examType=not-sure'])],
      [
        line('exam.bodyPart', 'O', { en: 'Part of the body', es: 'Parte del cuerpo' }, ['examItems.bodyPart']),
        line('exam.place', 'O', { en: 'Where it was done', es: 'Dónde se hizo' }, ['examItems.place']),
      ],
      [
        line('exam.from', 'C', { en: 'Day, or first day of a range', es: 'Día, o primer día del rango' }, [
          'examItems.onOrAfter',
        ]),
        line('exam.to', 'C', { en: 'Last day of the range', es: 'Último día del rango' }, ['examItems.onOrBefore']),
        line('exam.around', 'C', { en: 'Or about when', es: 'O más o menos cuándo' }, ['examItems.dateWords']),
      ],
      [tick('exam.all', { en: 'All of my exams, whatever the date', es: 'Todos mis exámenes, sin importar la fecha' })],
      [
        line('exam.doctor', 'O', { en: 'Doctor who sent you', es: 'Médico que le envió' }),
        line('exam.accession', 'O', { en: 'Order or accession number', es: 'Número de orden o de acceso' }),
      ],
    ],
  },
  {
    title: { en: '4. How much of it', es: '4. Cuánto de él' },
    rows: [
      [
        tick('what.entire', { en: 'Everything: all pictures and clips', es: 'Todo: imágenes y videos' }, [
          'examItems.scope',
          'examItems.scope=entire-study',
        ]),
        tick('what.certain', { en: 'Only certain pictures', es: 'Solo unas imágenes' }, [
          'examItems.scope=certain-images',
        ]),
        tick('what.report', { en: 'With the report', es: 'Con el informe' }, ['examItems.withReport']),
      ],
      [
        line('what.which', 'C', { en: 'Which pictures', es: 'Qué imágenes' }, ['examItems.certainImages']),
        line('what.other', 'O', {
          en: 'Other records: measurements, earlier exams, bills',
          es: 'Otros datos: medidas, exámenes de antes, cuentas',
        }),
      ],
      {
        en: 'A small print that you were handed during the exam is a keepsake. The record is what your doctors look at.',
        es: 'Una copia pequeña que le dieron en el examen es un recuerdo. El registro es lo que ven sus médicos.',
      },
    ],
  },
  {
    title: { en: '5. How you want to get it', es: '5. Cómo lo quiere recibir' },
    rows: [
      [
        tick('how.online', { en: 'Online, to see and save (free)', es: 'En línea, para ver y guardar (gratis)' }, [
          'deliveries.kind',
          'deliveries.kind=online',
        ]),
        tick('how.link', { en: 'Secure link to somebody (free)', es: 'Enlace seguro a alguien (gratis)' }, [
          'deliveries.kind=secure-link',
        ]),
      ],
      [
        tick('how.cd', { en: 'CD by mail', es: 'CD por correo' }, ['deliveries.kind=cd']),
        tick('how.dvd', { en: 'DVD by mail', es: 'DVD por correo' }, ['deliveries.kind=dvd']),
        tick('how.usb', { en: 'USB stick by mail', es: 'Memoria USB por correo' }, ['deliveries.kind=usb']),
        tick('how.prints', { en: 'Prints on paper', es: 'Copias en papel' }, ['deliveries.kind=prints']),
      ],
      [
        tick('how.email', { en: 'E-mail, encrypted', es: 'Correo cifrado' }),
        tick(
          'how.plainEmail',
          {
            en: 'Plain e-mail: others could read it on its way, and I accept that',
            es: 'Correo sin cifrar: otros pueden leerlo en el camino, y lo acepto',
          },
          ['deliveries.kind=email-unencrypted', 'deliveries.warningAccepted'],
        ),
      ],
      [
        tick('how.inspect', { en: 'Look at them with you (free)', es: 'Verlas con ustedes (gratis)' }, [
          'deliveries.kind=inspection',
        ]),
        tick('how.ownApp', { en: 'My own app', es: 'Mi propia aplicación' }),
        tick('how.push', { en: 'A doctor’s archive', es: 'El archivo de un médico' }),
      ],
      [
        line(
          'how.detail',
          'O',
          {
            en: 'Days and times to come and look, another form, size of prints, name of the app or archive',
            es: 'Días y horas para venir a verlas, otra forma, tamaño de las copias, nombre de la aplicación o del archivo',
          },
          ['deliveries.kind=other-form', 'deliveries.form', 'deliveries.times'],
        ),
      ],
    ],
  },
  {
    title: { en: '6. To whom', es: '6. A quién' },
    rows: [
      [
        tick('to.me', { en: 'To me', es: 'A mí' }, ['deliveries.who', 'deliveries.who=self']),
        tick('to.other', { en: 'To somebody else:', es: 'A otra persona:' }, ['deliveries.who=third-party']),
      ],
      [
        line('to.name', 'C', { en: 'Name or office', es: 'Nombre u oficina' }, ['deliveries.name']),
        line('to.email', 'C', { en: 'Their e-mail', es: 'Su correo electrónico' }, ['deliveries.email']),
      ],
      [
        line('to.address', 'C', { en: 'Their exact mail address', es: 'Su dirección postal exacta' }, [
          'deliveries.address',
        ]),
        line('to.until', 'O', { en: 'Until when a link may open', es: 'Hasta cuándo se abre un enlace' }),
      ],
    ],
  },
];
