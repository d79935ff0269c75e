// Journeys race real processes on a busy machine. A test that fails is run once more, on every machine by the same rule:
// a broken promise fails twice, a slow neighbour once. `retry-budget.cjs` names each such test and ends the patience.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
