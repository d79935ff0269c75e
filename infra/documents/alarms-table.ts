import { ALARMS } from '../../shared/domain/operations/alarms';
import { markdownTable } from './generated-tables';

/** Every alarm as a row for `infra/README.md`. */
export const alarmsTable = (): string =>
  markdownTable(
    ['alarm', 'raised at', 'severity', 'meaning', 'what to do'],
    ALARMS.map(({ name, threshold, unit, severity, meaning, remedy }) => [
      `\`${name}\``,
      `≥ ${threshold} ${unit}`,
      severity,
      meaning,
      remedy,
    ]),
  );
