import { installed } from '../../tests/deploy/support/installed';
import { monthlyCost } from './costs';
import { CONDITIONS } from './prices';
import { policiesOf } from '../deploy/monitoring/policies';

it('counts as many alert conditions as a deploy creates', () => {
  expect(policiesOf(installed())).toHaveLength(CONDITIONS);
});

it('estimates at most half the price for a small shop with the small preset', () => {
  expect(monthlyCost(100, { preset: 'small' })).toBeLessThanOrEqual(monthlyCost(100) / 2);
});
