// Runs a failed test of the database or of real processes once more, on every machine, because those race on a busy one. A
// real fault fails twice: properties keep their seed. Unit tests get no second chance. `retry-budget.cjs` names each such test and limits their number.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
