import postgres from 'postgres';

/**
 * postgres.js with its own pool of as many connections as a function has, and nothing around it: no permits, no schema check, no
 * counting. It prepares each statement once for each connection, and sends further ones before the first is answered.
 */
export const openFloorDatabase = (): postgres.Sql =>
  postgres(String(process.env['DATABASE_URL']), {
    max: 5,
    fetch_types: false,
    connection: { application_name: 'floor' },
  });
