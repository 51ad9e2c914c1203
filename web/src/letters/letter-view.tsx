import type { letterContent } from '@echoback/server/contract';
import type { z } from 'zod';
import { inOrder } from '../viewer/in-order.ts';
import './letter-view.css';

export type LetterContent = z.output<typeof letterContent>;
type Block = LetterContent['blocks'][number];

/** A letter as it is sent, block by block: the same words as its PDF. */
export function LetterView({ letter, level = 2 }: { letter: LetterContent; level?: 1 | 2 }) {
  const { facility, addressee, beside } = letter;
  return (
    <div className="letter">
      <header className="letter-head" lang={letter.language}>
        <p className="letter-facility">{facility.name}</p>
        <Lines lines={[facility.officeName, ...facility.address, facility.phone, facility.email]} />
        <Lines lines={[addressee.name, ...(addressee.address ?? [])]} />
        <p className="mono">{letter.reference}</p>
      </header>
      <LetterPartView part={letter} level={level} />
      {beside && <LetterPartView part={beside} level={2} />}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <p className="small quiet">
      {lines.filter(Boolean).map((line) => (
        <span key={line} className="letter-line">
          {line}
        </span>
      ))}
    </p>
  );
}

type LetterPart = Pick<LetterContent, 'language' | 'title' | 'blocks'>;

/** Its words in one language, without head and address. */
export function LetterPartView({ part, level }: { part: LetterPart; level: 1 | 2 }) {
  const Title = `h${level}` as const;
  return (
    <article lang={part.language}>
      <Title tabIndex={level === 1 ? -1 : undefined}>{part.title}</Title>
      {inOrder(part.blocks).map(({ place, one }) => (
        <BlockView key={place} block={one} level={level} />
      ))}
    </article>
  );
}

function BlockView({ block, level }: { block: Block; level: 1 | 2 }) {
  const Heading = level === 1 ? 'h2' : 'h3';
  switch (block.kind) {
    case 'heading':
      return <Heading>{block.text}</Heading>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {inOrder(block.items).map(({ place, one }) => (
            <li key={place}>{one}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl className="letter-facts">
          {inOrder(block.rows).map(({ place, one }) => (
            <div key={place}>
              <dt>{one.label}</dt>
              <dd>{one.value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableView block={block} />;
  }
}

function TableView({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table>
      <caption>{block.caption}</caption>
      <thead>
        <tr>
          {block.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(block.rows).map(({ place, one: [first, ...rest] }) => (
          <tr key={place}>
            <th scope="row">{first}</th>
            {inOrder(rest).map((cell) => (
              <td key={cell.place} data-head={block.columns[cell.place + 1]}>
                {cell.one}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
