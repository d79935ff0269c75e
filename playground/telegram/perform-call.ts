import { STATUS_CODES } from 'node:http';
import { ApiError } from './wire/errors';
import type { Faults } from './faults';
import type { MethodContext } from './methods/context';
import { findMethod } from './methods/index';
import type { Params } from './wire/params';
import type { Fault } from './faults';
import type { RecordedCall } from './types';

export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: object; readonly retryAfter?: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'drop' };

interface Performed {
  readonly reply: Reply;
  readonly performed: Reply | undefined;
  readonly fault: Fault | undefined;
  readonly correlationId: string | undefined;
}

/** Performs calls, applies the faults that were set, and keeps a record. */
export class Calls {
  readonly recorded: RecordedCall[] = [];
  private readonly context: MethodContext;
  private readonly faults: Faults;

  private readonly kept: number;

  constructor(context: MethodContext, { faults, kept }: { faults: Faults; kept: number }) {
    this.context = context;
    this.faults = faults;
    this.kept = kept;
  }

  perform(methodName: string, params: Params, correlationId?: string): Reply {
    const name = findMethod(methodName)?.name ?? methodName;
    const fault = this.faults.take(name);
    const performed = fault && fault.afterPerforming !== true ? undefined : this.attempt(name, params);
    const reply = fault
      ? failWith(fault)
      : (performed ?? answerError(new ApiError(500, 'Internal Server Error')));
    this.record(name, params, { reply, performed, fault, correlationId });
    return reply;
  }

  private attempt(name: string, params: Params): Reply {
    try {
      const found = findMethod(name);
      if (!found) throw new ApiError(404, 'Not Found: method not found');
      return { kind: 'answer', status: 200, body: { ok: true, result: found.method(this.context, params) } };
    } catch (error) {
      if (error instanceof ApiError) return answerError(error);
      throw error;
    }
  }

  private record(
    method: string,
    params: Params,
    { reply, performed, fault, correlationId }: Performed,
  ): void {
    if (this.kept === 0) return;
    const answered =
      reply.kind === 'answer' ? (reply.body as { ok: boolean; description?: string }) : undefined;
    const description = answered ? answered.description : fault?.kind;
    const done = performed?.kind === 'answer' ? (performed.body as { result?: unknown }).result : undefined;
    this.recorded.push({
      method,
      payload: structuredClone(params.payload),
      at: this.context.world.now(),
      ...(correlationId !== undefined && { correlationId }),
      ok: answered?.ok ?? false,
      ...(description !== undefined && { description }),
      ...(done !== undefined && { result: structuredClone(done) }),
    });
    if (this.recorded.length > this.kept) this.recorded.shift();
  }
}

function failWith(fault: Fault): Reply {
  if (fault.kind !== 'error') return { kind: fault.kind };
  const status = fault.status ?? (fault.retryAfter === undefined ? 500 : 429);
  const usual =
    status === 429
      ? `Too Many Requests: retry after ${fault.retryAfter ?? 1}`
      : (STATUS_CODES[status] ?? 'Error');
  const parameters = fault.retryAfter === undefined ? undefined : { retry_after: fault.retryAfter };
  return answerError(new ApiError(status, fault.description ?? usual, parameters));
}

export function answerError({ status, message, parameters }: ApiError): Reply {
  const retryAfter = parameters?.['retry_after'];
  return {
    kind: 'answer',
    status,
    body: { ok: false, error_code: status, description: message, ...(parameters && { parameters }) },
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
