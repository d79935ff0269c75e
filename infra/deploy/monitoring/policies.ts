import { ALARMS } from '../../../shared/domain/operations/alarms';
import type { Installation } from '../installation';
import { alarmPolicies, nobodyLooks } from './alarm-policies';
import { certificatePolicies } from './certificate-policy';
import { databasePolicies } from './database-policies';
import type { AlertPolicy } from './policy';
import { servicePolicies } from './service-policies';

/** Every alert policy of an installation. The runbook has an entry for each, which `npm run docs` writes. */
export const policiesOf = (installation: Installation): AlertPolicy[] => [
  ...alarmPolicies(installation, ALARMS),
  nobodyLooks(installation),
  ...servicePolicies(installation),
  ...databasePolicies(installation),
  ...certificatePolicies(installation),
];
