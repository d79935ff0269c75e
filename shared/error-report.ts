import { types } from 'node:util';
import { redactText } from './redact';

/** The code that writes a line. */
export interface Running {
  readonly service: string;
  readonly revision?: string;
}

/**
 * The fields by which Error Reporting groups a line, at its top level; none if no value is an error with a stack:
 * https://cloud.google.com/error-reporting/docs/formatting-error-messages ("Format a log entry to report error events").
 * The message of our lines is the event's name, so Error Reporting cannot find the stack there. Without `running`, it names
 * the platform's service.
 */
export function errorReport(values: readonly unknown[], running?: Running): object {
  const error = values.find((value) => value instanceof Error || types.isNativeError(value));
  if (error?.stack === undefined) return {};
  const { service, revision: version } = running ?? {};
  return {
    stack_trace: redactText(error.stack),
    ...(service !== undefined && { serviceContext: { service, version } }),
  };
}
