import { readAuditPage } from '../../../database/owner/audit-pages';
import { timedPageHeader, showsPage, type OwnerActionHandler, type PageBuilder } from '../page/owner-request';

/** Everything that was done in a channel, by whom, newest first. */
export const auditPage: PageBuilder = async ({ database, channelRole, argument }) => {
  const page = await readAuditPage(database, channelRole, Number(argument ?? 1));
  return { type: 'audit_log', ...timedPageHeader(channelRole), ...page };
};

export const auditHandlers = { audit: showsPage(auditPage) } satisfies Readonly<
  Record<string, OwnerActionHandler>
>;
