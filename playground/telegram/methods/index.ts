import { botMethods } from './bot';
import { chatMethods } from './chats';
import type { Method } from './context';
import { editMethods } from './edits';
import { fileMethods } from './files';
import { invoiceMethods } from './invoices';
import { inviteLinkMethods } from './invite-links';
import { membershipMethods } from './membership';
import { messageMethods } from './messages';
import { profileMethods } from './profile';
import { starMethods } from './stars';
import { webhookMethods } from './webhook';

const all = {
  ...botMethods,
  ...profileMethods,
  ...webhookMethods,
  ...messageMethods,
  ...fileMethods,
  ...editMethods,
  ...chatMethods,
  ...membershipMethods,
  ...inviteLinkMethods,
  ...invoiceMethods,
  ...starMethods,
};

const byLowerCase = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), { name, method }] as const),
);

/** Method names are not case-sensitive. */
export function findMethod(name: string): { readonly name: string; readonly method: Method } | undefined {
  return byLowerCase.get(name.toLowerCase());
}
