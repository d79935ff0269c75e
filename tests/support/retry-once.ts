// Runs a failed test once more on every machine, because journeys race real processes on a busy one. A real fault fails
// twice. `retry-budget.cjs` names each such test and limits their number.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
