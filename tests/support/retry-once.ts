// Journeys race real processes on a busy machine. In CI one that fails is run once more, and both outcomes are printed:
// a broken promise fails twice, a slow neighbour does not stop a release. Locally every failure counts at once.
if (process.env['CI']) jest.retryTimes(1, { logErrorsBeforeRetry: true });
