import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { signInAtDesk } from './desk-steps.ts';
import { browserForTests, demoForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { heading } from './portal-steps.ts';
import { desktop, openVisitor, phone, reads } from './visitor.ts';
import { feeWords } from './words.ts';

describeWith([haveChromiumHere()], 'What a copy costs', () => {
  const facility = demoForTests();
  const browser = browserForTests();

  test('is on the portal for everybody, and a price above the flat cap is refused beside its field', async () => {
    const admin = await openVisitor(browser(), desktop, 'prices');
    await signInAtDesk(admin, facility(), 'admin');
    await admin.page.goto(`${facility().url}/desk/settings/fees`);
    const flat = admin.page.getByLabel(feeWords('price-flat'), { exact: true });
    await flat.fill('6.51');
    await admin.page.getByRole('button', { name: feeWords('save') }).click();
    await admin.page.locator('.field-wrong').filter({ hasText: 'HHS FAQ 2030' }).waitFor();
    await admin.shoot('refused');
    await flat.fill('5.00');
    await admin.page.getByRole('button', { name: feeWords('save') }).click();
    await reads(admin.page, feeWords('saved'));

    const visitor = await openVisitor(browser(), phone, 'prices');
    await visitor.page.goto(`${facility().url}/fees`);
    await heading(visitor, feeWords('prices-title'));
    await reads(visitor.page, '$5.00');
    await visitor.shoot('price-list');
    expect([...admin.faults, ...visitor.faults]).toEqual([]);
  });
});
