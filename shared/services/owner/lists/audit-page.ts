import { readAuditPage } from '../../../database/owner/audit-pages';
import { timedPageHeader, showsPage, type OwnerActionHandler, type PageBuilder } from '../page/owner-request';

/** Builds the page of everything that was done in a channel, newest first. */
export const auditPage: PageBuilder = async ({ database, channelRole, argument }) => {
  const page = await readAuditPage(database, channelRole, Number(argument ?? 1));
  return { type: 'audit_log', ...timedPageHeader(channelRole), ...page };
};

export const auditHandlers = { audit: showsPage(auditPage) } satisfies Readonly<
  Record<string, OwnerActionHandler>
>;
