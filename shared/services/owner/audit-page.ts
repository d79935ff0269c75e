import { readAuditPage } from '../../database/audit-pages';
import { show, type OwnHandler, type Page } from './asked';

/** Everything that was done in a channel, by whom, newest first. */
export const auditPage: Page = async ({ database, standing, argument }) => {
  const { openChannelId, title, role, timeZone } = standing;
  const page = await readAuditPage(database, standing, Number(argument ?? 1));
  return { type: 'audit_log', openChannelId, title, role, timeZone, ...page };
};

export const auditHandlers = {
  audit: async (asked) => show(asked, await auditPage({ ...asked.handled, ...asked, note: null })),
} satisfies Readonly<Record<string, OwnHandler>>;
