import { googleRefusal } from '../../shared/config';
import { within } from '../../shared/within';

export const NO_ANSWER = Symbol('Google gave no answer');

/** Reads a resource of a Google API; `NO_ANSWER` if none came within 10 s, `undefined` if Google does not let us. */
export type AskGoogle = (url: string) => Promise<unknown>;

const ANSWER_WITHIN_MS = 10_000;

/** Asks with the credentials of `gcloud auth application-default login`. */
export const askGoogle: AskGoogle = async (url) => {
  // On demand, because most installations of the doctor do not run on Google.
  const { GoogleAuth } = await import('google-auth-library');
  const auth = new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' });
  try {
    // The library looks for credentials first, and tries again by itself.
    const asked = within(
      auth.request({ url }),
      ANSWER_WITHIN_MS,
      () => new Error('Google gave no answer in time'),
    );
    return (await asked).data;
  } catch (error) {
    const refusal = googleRefusal(error);
    // Without a connection nobody has refused, and who is asked too often answers later.
    const isUnanswered = refusal === undefined || refusal === 'no_answer' || refusal === 'too_many_calls';
    return isUnanswered ? NO_ANSWER : undefined;
  }
};
