import { DEFAULT_LANGUAGE } from '../../shared/domain/common/language';
import { PERSONAL_DATA } from '../../shared/domain/common/personal-data';
import { PERSONAL_TOPICS, personalDataInWords } from '../../shared/telegram/views/privacy';
import { wordingIn } from '../../shared/telegram/views/wording';
import { markdownTable } from './generated-tables';

/** Every purpose of personal data as a row for `docs/privacy.md`, with its columns. */
export function privacyTable(): string {
  const wording = wordingIn(DEFAULT_LANGUAGE);
  return markdownTable(
    ['what and why', 'for how long', 'who sees it', 'columns'],
    PERSONAL_TOPICS.map((topic) => {
      const { what, kept, seen } = personalDataInWords(topic, wording);
      const columns = Object.entries(PERSONAL_DATA[topic].columns).map(
        ([table, names]) => `\`${table}\` (${names.split(' ').join(', ')})`,
      );
      return [what.text.replace(/<\/?b>/g, ''), kept.text, seen.text, columns.join('; ')];
    }),
  );
}
