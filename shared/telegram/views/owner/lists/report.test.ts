import { lengthOf } from '../../html';
import { viewOf } from '../..';
import { reportSamplesOf } from '../../../../../tests/samples/owner-report';

const nasty = (unit: string) => ({ title: unit.repeat(300), name: unit.repeat(150), text: '' });
const reports = (unit: string) => reportSamplesOf(nasty(unit));

it.each(['x', '&', '<b>"', '🎉', 'שלום '])('fits into a caption if all names repeat %s', (unit) => {
  const { sales_picture, export_file } = reports(unit);
  for (const message of [...sales_picture, ...export_file])
    expect(lengthOf(viewOf(message).text)).toBeLessThanOrEqual(1024);
});

it('sums the tiers and coins beyond the highest', () => {
  const { sales_report } = reports('x');
  const { text } = viewOf(sales_report.at(-1)!).text;
  expect(text).toContain('and 26 more: $25,999,999,999.74\n');
  expect(text).toContain('USDT (TRC20): $999,999,999.99, ');
  expect(text).toContain(', and 3 more: $2,999,999,999.97\n');
});

it('leaves out empty lines of a channel without sales', () => {
  const { sales_report } = reportSamplesOf({ title: 'Alpha', name: 'Gold', text: '' });
  const [first] = sales_report;
  expect(viewOf(first!).text.text.split('\n').slice(3, 6)).toEqual([
    '<b>Today: $0.00</b>',
    '👥 0 new, 0 renewed, 0 lost',
    '',
  ]);
});
