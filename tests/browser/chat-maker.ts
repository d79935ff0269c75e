import type { Page } from 'playwright-core';
import type { Chatter } from './buyer';
import { see, seeToast } from './open-browser';

/** A group as an owner makes it on the phone. A public one has a username. */
export interface NewGroup {
  readonly title: string;
  readonly kind: 'basic' | 'private' | 'public';
  readonly username?: string;
}

/** Fills the dialog that makes a group. */
async function makeGroup(page: Page, { title, kind, username }: NewGroup): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'New group' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByTestId(`group-${kind}`).check();
  if (username !== undefined) await dialog.getByLabel('Public name, after t.me/').fill(username);
  await dialog.getByRole('button', { name: 'Create' }).click();
}

/** Makes a group by the link with which the bot asks to be added, and adds the bot there without the rights of these names. */
export async function addByLink(
  page: Page,
  owner: Chatter,
  group: NewGroup & { readonly without?: readonly string[] },
): Promise<void> {
  await owner.key('➕ Add to group').click();
  const dialog = page.getByRole('dialog', { name: 'Rights of the bot' });
  await dialog.getByTestId('bot-new-channel').click();
  await makeGroup(page, group);
  await see(dialog.getByLabel(group.title));
  for (const right of group.without ?? []) await dialog.getByLabel(right).uncheck();
  await dialog.getByTestId('bot-confirm').click();
  await seeToast(owner.phone, `of ${group.title}.`);
  await owner.show('bot');
}

/** Picks a group in Telegram's own list, which opens below the text field. A new one is made there first. */
export async function pickGroup(page: Page, owner: Chatter, group: NewGroup): Promise<void> {
  await owner.key('👥 Pick a group').click();
  await owner.phone.getByTestId('reply-key').filter({ hasText: 'Pick a group' }).click();
  const picker = page.getByRole('dialog', { name: 'Choose a group' });
  await picker.getByRole('button', { name: 'New group' }).click();
  await makeGroup(page, group);
  await picker.getByRole('button', { name: group.title }).click();
}
