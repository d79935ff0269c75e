import type { Page } from 'playwright-core';
import { startHandPlayed, type HandPlayed } from '../../../tests/browser/hand-played';
import { gone, openPage, see, seeToast, shoot, takePicture } from '../../../tests/browser/open-browser';
import { CAST } from '../../stack';

const VIP = CAST.closed;
let stage: HandPlayed;
beforeAll(async () => {
  stage = await startHandPlayed();
  stage.stack.telegram.as(CAST.dana.id).start();
});
afterAll(() => stage.close());

/** Sends Dana a link to the private channel, as a button in a message that can't be forwarded. */
async function sendLink(terms: object = {}): Promise<string> {
  await stage.bot('createChatInviteLink', { chat_id: VIP.id, creates_join_request: true, ...terms });
  const made = stage.stack.telegram.calls.filter(({ method }) => method === 'createChatInviteLink').at(-1);
  const { invite_link: url } = made?.result as { invite_link: string };
  await stage.bot('sendMessage', {
    chat_id: CAST.dana.id,
    text: 'Your invite link',
    protect_content: true,
    reply_markup: { inline_keyboard: [[{ text: 'Join the channel', url }]] },
  });
  return url;
}

async function withPhones(width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const sight = { width, height: width < 500 ? 740 : 900 };
  const { page, problems, close } = await openPage(stage.browser, stage.stack.page?.url ?? '', sight);
  try {
    await look(page);
    expect(problems).toEqual([]);
  } catch (error) {
    await takePicture(page, 'failure-membership');
    throw error;
  } finally {
    await close();
  }
}

const phone = (page: Page, name: 'donor' | 'owner') => page.getByTestId(`phone-${name}`);

/** How far the clock is ahead of real time, in minutes. Earlier tests may have moved it. */
async function aheadMinutes(): Promise<number> {
  const answer = await fetch(new URL('/clock', stage.stack.page?.url));
  return Math.round(((await answer.json()) as { aheadMs: number }).aheadMs / 60_000);
}
const daysIn = (minutes: number) => `${Math.floor(minutes / 1440)} d`;
const hoursIn = (minutes: number) => `${Math.floor(minutes / 60) % 24} h`;

async function openSheet(page: Page) {
  const buyer = phone(page, 'donor');
  await buyer.getByTestId('chat-tab-bot').click();
  await buyer.getByTestId('keyboard-button').getByText('Join the channel').last().click();
  const sheet = buyer.getByTestId('join-sheet');
  await see(sheet);
  return sheet;
}

it('shows a buyer how they join and how the bot removes them', () =>
  withPhones(1440, async (page) => {
    const buyer = phone(page, 'donor');
    await sendLink();
    await see(buyer.getByTestId('membership').getByText('you are not a member'));
    const sheet = await openSheet(page);
    expect(await sheet.textContent()).toContain('Alpha Signals VIP');
    await shoot(page, 'membership-sheet');
    await sheet.getByTestId('join-confirm').click();
    await see(buyer.getByTestId('membership').getByText('you asked to join'));
    await stage.bot('approveChatJoinRequest', { chat_id: VIP.id, user_id: CAST.dana.id });
    await seeToast(buyer, 'You are now a member of Alpha Signals VIP.');
    await buyer.getByTestId('chat-tab-private').click();
    await see(buyer.getByText('private channel · 3 members'));
    await stage.bot('unbanChatMember', { chat_id: VIP.id, user_id: CAST.dana.id });
    await gone(buyer.getByTestId('chat-tab-private'));
    await see(buyer.getByTestId('membership').getByText(/you are not a member\. The bot removed you on/));
    await shoot(page, 'membership-removed');
  }));

it('shows the owner the request of a stranger who was given the link', () =>
  withPhones(360, async (page) => {
    await sendLink();
    const sheet = await openSheet(page);
    await sheet.getByTestId('copy-link').click();
    await page.getByTestId('holder-bob').check();
    const stranger = phone(page, 'donor');
    await stranger.getByTestId('open-link').click();
    await shoot(page, 'membership-link-narrow');
    await stranger.getByTestId('link-open').click();
    await sheet.getByTestId('join-confirm').click();
    await see(stranger.getByTestId('membership').getByText('you asked to join'));
    await shoot(page, 'membership-asked-narrow');
    await page.getByTestId('view-owner').click();
    const owner = phone(page, 'owner');
    await owner.getByTestId('chat-tab-private').click();
    await owner.getByTestId('members-toggle').click();
    await see(owner.getByTestId('join-request').getByText('Bob'));
    await shoot(page, 'membership-owner-narrow');
    await owner.getByTestId('decline-request').click();
    await gone(owner.getByTestId('join-request'));
    await page.getByTestId('view-donor').click();
    await see(stranger.getByTestId('membership').getByText('you are not a member'));
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  }));

it('says that a link does not work after the clock has passed its end', () =>
  withPhones(1440, async (page) => {
    const before = await aheadMinutes();
    await page.getByTestId('clock-plus-1h').click();
    await see(page.getByTestId('clock-ahead').getByText(hoursIn(before + 60)));
    const sixHoursOn = Math.floor(Date.now() / 1000) + before * 60 + 6 * 3600;
    await sendLink({ expire_date: sixHoursOn });
    await see((await openSheet(page)).getByTestId('join-confirm'));
    await page.keyboard.press('Escape');
    await page.getByTestId('clock-plus-7d').click();
    await see(page.getByTestId('clock-ahead').getByText(daysIn(before + 60 + 7 * 1440)));
    const sheet = await openSheet(page);
    expect(await sheet.getByTestId('join-title').textContent()).toBe('This link does not work');
    await gone(sheet.getByTestId('join-confirm'));
    await sheet.getByTestId('join-close').click();
  }));

it('lets the owner post in the channel and remove a member', () =>
  withPhones(1440, async (page) => {
    stage.stack.telegram.setMember(VIP.id, CAST.bob.id, 'member');
    await page.getByTestId('holder-bob').check();
    const [member, owner] = [phone(page, 'donor'), phone(page, 'owner')];
    await owner.getByTestId('chat-tab-private').click();
    await owner.getByTestId('say').fill('Buy low, sell high.');
    await owner.getByTestId('send').click();
    await member.getByTestId('chat-tab-private').click();
    await see(member.getByTestId('message').getByText('Buy low, sell high.'));
    await owner.getByTestId('members-toggle').click();
    await shoot(page, 'membership-owner');
    await owner.getByTestId('remove-member').click();
    await gone(member.getByTestId('chat-tab-private'));
    await see(member.getByTestId('membership').getByText('Olga removed you on'));
  }));

it('moves the clock to the next due entry, or says that there is none', () =>
  withPhones(1440, async (page) => {
    await stage.database.database.query(
      (sql) => sql`update outbox set delivered_at = coalesce(delivered_at, app_now())`,
    );
    await page.getByTestId('clock-next-due').click();
    await see(page.getByTestId('clock-problem').getByText('Nothing is scheduled.'));
    await stage.database.database.query(
      (sql) => sql`
        insert into outbox (kind, payload, idempotency_key, due_at, expires_at)
        values ('expire_keypad', '{}', 'test:' || gen_random_uuid(), app_now() + interval '3 days', app_now() + interval '9 days')`,
    );
    const before = await aheadMinutes();
    await page.getByTestId('clock-next-due').click();
    await see(page.getByTestId('timeline-item').filter({ hasText: 'the next thing due: expire keypad' }));
    await gone(page.getByTestId('clock-problem').getByText('Nothing is scheduled.'));
    const after = await aheadMinutes();
    // Three days, less the time since the row was written.
    expect(after - before).toBeGreaterThan(3 * 1440 - 60);
    expect(after - before).toBeLessThanOrEqual(3 * 1440);
    await see(page.getByTestId('clock-ahead').getByText(daysIn(after)));
  }));
