import { readIpnHistory, readPutAside } from '../../../shared/database/operations/examination';
import { readRemovalsState } from '../../../shared/database/access/removals-switch';
import { readMetrics } from '../../../shared/database/operations/metrics';
import type { Check } from '../check';
import { judgeBacklog, judgeIpns, judgePutAside, judgeRemovals } from './judge-history';

export const backlogCheck: Check = {
  name: 'Promises',
  needs: ['Schema'],
  look: async ({ database }) => {
    const { measures } = await readMetrics(database());
    const { outboxDue, outboxOldestDueSeconds } = measures;
    return { findings: judgeBacklog(outboxOldestDueSeconds), note: `${outboxDue} due` };
  },
};

export const putAsideCheck: Check = {
  name: 'Put aside',
  needs: ['Schema'],
  look: async ({ database }) => ({
    findings: judgePutAside(await readPutAside(database())),
    note: 'nothing within a week',
  }),
};

export const ipnHistoryCheck: Check = {
  name: 'IPNs come',
  needs: ['Schema'],
  look: async ({ database }) => {
    const history = await readIpnHistory(database());
    const { lastIpnSeconds: last, paid } = history;
    const latest = last === null ? 'none so far' : `the last ${Math.round(last / 60)} min ago`;
    return { findings: judgeIpns(history), note: `${latest}; ${paid} orders paid within a week` };
  },
};

export const removalsCheck: Check = {
  name: 'Removals',
  needs: ['Schema'],
  look: async ({ database }) => ({
    findings: judgeRemovals(await readRemovalsState(database())),
    note: 'on, and no brake holds',
  }),
};
