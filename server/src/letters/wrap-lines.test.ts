import { describe, expect, it } from 'vitest';
import { wrapLines } from './wrap-lines.ts';

const lines = (text: string, width: number) => wrapLines(text, width, (piece) => piece.length);

describe('the lines of a letter on paper', () => {
  it('end between words, and at the ends of the text’s own lines', () => {
    expect(lines('We have your request.\nThank you.', 12)).toEqual(['We have your ', 'request.', 'Thank you.']);
    expect(lines('Call us\n\nSoon', 12)).toEqual(['Call us', '', 'Soon']);
  });

  it.each([
    ['That is so (45 CFR 164.524(b)(2)(i)).', ['That is so ', '(45 CFR 164.524(b)(2)(i)).']],
    ['By 42 U.S.C. § 17935(e)', ['By ', '42 U.S.C. § 17935(e)']],
    ['Die Frist aus Art. 12(3)', ['Die Frist aus ', 'Art. 12(3)']],
    ['Please do call +1 555 010 0142', ['Please do call ', '+1 555 010 0142']],
    ['Your reference is EB 7Q4 M2K.', ['Your reference is ', 'EB 7Q4 M2K.']],
    ['Mañana a las 2:30 p. m.', ['Mañana a las ', '2:30 p. m.']],
  ])('keep together what is looked up or read aloud: %s', (text, expected) => {
    expect(lines(text, Math.max(...expected.map((line) => line.trimEnd().length)))).toEqual(expected);
  });

  it('break an address after a slash of its path, never after https:', () => {
    expect(lines('Go to https://pictures.example/track', 30)).toEqual(['Go to ', 'https://pictures.example/track']);
    const authority = 'see www.edpb.europa.eu/about-edpb/about-edpb/members_en.';
    expect(lines(authority, 34)).toEqual(['see www.edpb.europa.eu/about-edpb/', 'about-edpb/members_en.']);
  });

  it('break a long word after its hyphen, and chop what has none', () => {
    expect(lines('a post-operative scan', 10)).toEqual(['a post-', 'operative ', 'scan']);
    expect(lines('1234567890123', 10)).toEqual(['1234567890', '123']);
  });
});
