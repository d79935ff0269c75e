/** Reads a resource of a Google API; `undefined` if Google does not let us, or cannot be reached. */
export type AskGoogle = (url: string) => Promise<unknown>;

const ANSWER_WITHIN_MS = 10_000;

/** Asks with the credentials of `gcloud auth application-default login`. */
export const askGoogle: AskGoogle = async (url) => {
  // Imported on demand, because most installations of the doctor do not run on Google.
  const { GoogleAuth } = await import('google-auth-library');
  const auth = new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' });
  try {
    return (await auth.request({ url, timeout: ANSWER_WITHIN_MS })).data;
  } catch {
    return undefined;
  }
};
