import { installed } from '../../tests/deploy/support/installed';
import { CONDITIONS } from './costs';
import { policiesOf } from '../deploy/monitoring/policies';

it('counts as many alert conditions as a deploy creates', () => {
  expect(policiesOf(installed())).toHaveLength(CONDITIONS);
});
