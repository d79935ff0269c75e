import { installed } from '../../tests/deploy/support/installed';
import { CONDITIONS } from './costs';
import { policiesOf } from '../deploy/resources/alerts';

it('counts as many alert conditions as a deploy creates', () => {
  expect(policiesOf(installed())).toHaveLength(CONDITIONS);
});
