import { readAuditPage } from '../../../database/owner/audit-pages';
import { timedPageHeader, showsPage, type OwnHandler, type Page } from '../page/owner-request';

/** Everything that was done in a channel, by whom, newest first. */
export const auditPage: Page = async ({ database, standing, argument }) => {
  const page = await readAuditPage(database, standing, Number(argument ?? 1));
  return { type: 'audit_log', ...timedPageHeader(standing), ...page };
};

export const auditHandlers = { audit: showsPage(auditPage) } satisfies Readonly<Record<string, OwnHandler>>;
