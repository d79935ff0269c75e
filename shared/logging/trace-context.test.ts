import { traceFieldsOf } from './trace-context';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

const fields = (spanId?: string, isSampled?: boolean, trace = TRACE) => ({
  'logging.googleapis.com/trace': `projects/p/traces/${trace}`,
  ...(spanId !== undefined && { 'logging.googleapis.com/spanId': spanId }),
  ...(isSampled !== undefined && { 'logging.googleapis.com/trace_sampled': isSampled }),
});

test.each<[string, Record<string, string | string[]>, object]>([
  ['W3C, sampled', { traceparent: `00-${TRACE}-${SPAN}-01` }, fields(SPAN, true)],
  ['W3C, not sampled', { traceparent: `00-${TRACE}-${SPAN}-00` }, fields(SPAN, false)],
  ['W3C of a later version', { traceparent: `01-${TRACE}-${SPAN}-03-more` }, fields(SPAN, true)],
  // 13235353014750950193 is b7ad6b7169203331.
  ['legacy', { 'x-cloud-trace-context': `${TRACE}/13235353014750950193;o=1` }, fields(SPAN, true)],
  ['legacy, not sampled', { 'x-cloud-trace-context': `${TRACE}/170;o=0` }, fields('00000000000000aa', false)],
  ['legacy, without options', { 'x-cloud-trace-context': `${TRACE}/170` }, fields('00000000000000aa')],
  ['legacy, without a span', { 'x-cloud-trace-context': TRACE }, fields()],
  [
    'legacy, in capitals, with no span',
    { 'x-cloud-trace-context': `${TRACE.toUpperCase()}/0;o=1` },
    fields(undefined, true),
  ],
  [
    'the standard header, if both are there',
    { traceparent: `00-${TRACE}-${SPAN}-01`, 'x-cloud-trace-context': `${'a'.repeat(32)}/1;o=0` },
    fields(SPAN, true),
  ],
  [
    'the legacy header, if the standard one is invalid',
    { traceparent: 'nonsense', 'x-cloud-trace-context': `${TRACE}/170` },
    fields('00000000000000aa'),
  ],
  ['no header', {}, {}],
  ['a trace of zeros', { traceparent: `00-${'0'.repeat(32)}-${SPAN}-01` }, {}],
  ['a version that is forbidden', { traceparent: `ff-${TRACE}-${SPAN}-01` }, {}],
  ['text', { 'x-cloud-trace-context': `${TRACE}/1;o=1<script>` }, {}],
  ['a header twice', { 'x-cloud-trace-context': [TRACE, TRACE] }, {}],
])('reads %s', (_, headers, expected) => {
  expect(traceFieldsOf(headers, 'p')).toEqual(expected);
});

it('returns no fields without a project', () => {
  expect(traceFieldsOf({ traceparent: `00-${TRACE}-${SPAN}-01` }, undefined)).toEqual({});
});
