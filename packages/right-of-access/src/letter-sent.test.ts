import { describe, expect, it } from 'vitest';
import { type LetterDispatch, letterSentOn } from './letter-sent.ts';
import { packFor } from './testing/packs.ts';

const federal = packFor('us-federal');
const sent = (dispatch: LetterDispatch) => letterSentOn(dispatch, 'America/New_York', federal);
const [evening, afterMidnight] = ['2026-09-02T23:58:00-04:00', '2026-09-03T00:01:00-04:00'];

describe('the day on which a letter counts as sent (OD-10)', () => {
  it('in the portal is the day on which it could be read and its notice was out, whichever came last', () => {
    const portal = (visibleAt?: string, noticeAt?: string) =>
      sent({ channel: 'portal', ...(visibleAt && { visibleAt }), ...(noticeAt && { noticeAt }) }).on;
    expect(portal(evening, evening)).toBe('2026-09-02');
    expect(portal(evening, afterMidnight)).toBe('2026-09-03');
    expect(portal(afterMidnight, evening)).toBe('2026-09-03');
    expect(portal(evening)).toBeUndefined();
    expect(portal(undefined, evening)).toBeUndefined();
  });

  it('by e-mail is the day on which the mail server took it; a draft and mail that came back were not sent', () => {
    expect(sent({ channel: 'e-mail', acceptedAt: evening, bounced: false }).on).toBe('2026-09-02');
    expect(sent({ channel: 'e-mail', acceptedAt: evening, bounced: true }).on).toBeUndefined();
    expect(sent({ channel: 'e-mail', bounced: false }).on).toBeUndefined();
  });

  it('by post is the day of the carrier, to the last minute of it', () => {
    expect(sent({ channel: 'post', handedToCarrierAt: evening }).on).toBe('2026-09-02');
    expect(sent({ channel: 'post', handedToCarrierAt: Date.parse(afterMidnight) }).on).toBe('2026-09-03');
    expect(sent({ channel: 'post' }).on).toBeUndefined();
  });

  it('says by which channel and on which day, and that the law left it open', () => {
    const facts = (dispatch: LetterDispatch) => sent(dispatch).why.inputs.slice(1);
    expect(sent({ channel: 'post' }).why).toMatchObject({ rule: 'OD-10', confidence: 'high' });
    expect(facts({ channel: 'post', handedToCarrierAt: evening })).toEqual([
      { name: 'setting', value: federal.answers['OD-10'] },
      { name: 'channel', value: 'post' },
      { name: 'sentOn', value: '2026-09-02' },
    ]);
    expect(facts({ channel: 'e-mail', acceptedAt: evening, bounced: true }).at(-1)).toEqual({
      name: 'sentOn',
      value: 'not sent',
    });
  });
});
