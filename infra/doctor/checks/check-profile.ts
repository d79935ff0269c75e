import type { Check } from '../check';
import { judgeProfile } from './judge-profile';

export const profileCheck: Check = {
  name: 'Bot profile',
  needs: ['Bot'],
  look: async ({ api }) => ({
    findings: await judgeProfile(api()),
    note: 'commands and descriptions are those of this version',
  }),
};
