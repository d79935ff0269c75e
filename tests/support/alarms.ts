import type { Database } from '../../shared/database/connection/pool';
import { readMetrics } from '../../shared/database/operations/metrics';
import { alarmsFrom, type AlarmName, type RaisedAlarm } from '../../shared/domain/operations/alarms';

/** The alarm of this name, if it is on. */
export async function alarmsNamed(database: Database, name: AlarmName): Promise<readonly RaisedAlarm[]> {
  const { measures } = await readMetrics(database);
  return alarmsFrom(measures).filter((alarm) => alarm.name === name);
}
