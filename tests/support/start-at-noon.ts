// Each test file on the database begins at this moment, so that no result depends on when it runs. It is far from the end of a
// day, a week, a month, a year and summer time. `TEST_STARTS_AT` tries another one.
export const STARTS_AT = process.env['TEST_STARTS_AT'] ?? '2027-07-14T12:00:00Z';

process.env['TEST_CLOCK_AHEAD_MS'] = String(Date.parse(STARTS_AT) - Date.now());
