import type { LogContext } from './log-context';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
type TraceFields = Omit<LogContext, 'correlationId' | 'requestCorrelationId' | 'reference'>;

// https://www.w3.org/TR/trace-context/#traceparent-header. A later version may have more after its flags.
const W3C = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;
// https://cloud.google.com/trace/docs/trace-context#legacy-http-header: its span id is a decimal number.
const LEGACY = /^(?!0{32})([0-9a-f]{32})(?:\/(\d{1,20}))?(?:;o=(\d))?$/i;

const fieldsOf = (
  project: string,
  trace: string,
  rest: { spanId?: string; isSampled?: boolean },
): TraceFields => ({
  'logging.googleapis.com/trace': `projects/${project}/traces/${trace}`,
  ...(rest.spanId !== undefined && { 'logging.googleapis.com/spanId': rest.spanId }),
  ...(rest.isSampled !== undefined && { 'logging.googleapis.com/trace_sampled': rest.isSampled }),
});

/**
 * The fields that link a line to the trace of its request, from a header that the platform sets: `traceparent`, or else
 * `X-Cloud-Trace-Context`. None without a project, because the name of a trace includes it.
 */
export function traceFieldsOf(headers: Headers, project: string | undefined): TraceFields {
  if (project === undefined) return {};
  const { traceparent, 'x-cloud-trace-context': legacy } = headers;
  const [, trace, spanId, flags] = (typeof traceparent === 'string' && W3C.exec(traceparent)) || [];
  if (trace !== undefined && spanId !== undefined)
    return fieldsOf(project, trace, { spanId, isSampled: (Number.parseInt(flags ?? '0', 16) & 1) === 1 });
  const [, old, span, sampled] = (typeof legacy === 'string' && LEGACY.exec(legacy)) || [];
  if (old === undefined) return {};
  return fieldsOf(project, old.toLowerCase(), {
    ...(span !== undefined && BigInt(span) > 0n && { spanId: BigInt(span).toString(16).padStart(16, '0') }),
    ...(sampled !== undefined && { isSampled: sampled === '1' }),
  });
}
