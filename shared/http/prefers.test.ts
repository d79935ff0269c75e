import { prefers } from './prefers';

const PROMETHEUS =
  'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2';

test.each([
  ['no type', undefined, false],
  ['nothing in particular', '*/*', false],
  ['an empty type', '', false],
  ['JSON', 'application/json', false],
  ['text', 'text/plain', true],
  ['text of a version', 'text/plain; version=0.0.4', true],
  ['any text', 'TEXT/*', true],
  ['OpenMetrics', 'application/openmetrics-text', true],
  ['what Prometheus accepts', PROMETHEUS, true],
  ['a page, as a browser does', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
  ['JSON as much as text, as axios does', 'application/json, text/plain, */*', false],
  ['JSON a little less', 'application/json;q=0.9, text/plain', true],
  ['JSON a little more', 'application/json, text/plain;q=0.9', false],
  ['anything but text', 'text/plain;q=0, */*', false],
  ['text with an invalid weight', 'text/plain;q=2', false],
])('decides if a caller who accepts %s gets text: %s %s', (_, accept, expected) => {
  const types = ['text/plain', 'application/openmetrics-text'];
  expect(prefers(accept, types, 'application/json')).toBe(expected);
});
