import * as z from 'zod';

// The fields of Cloud Build's Build that one may write, and no others:
// https://cloud.google.com/build/docs/api/reference/rest/v1/projects.builds#Build
const duration = z.string().regex(/^\d+s$/);
const variable = z.string().regex(/^[A-Za-z_]\w*=/);
const volume = z.strictObject({ name: z.string(), path: z.string().startsWith('/') });

const step = z
  .strictObject({
    name: z.string(),
    id: z.string().optional(),
    args: z.array(z.string()).optional(),
    script: z.string().optional(),
    entrypoint: z.string().optional(),
    env: z.array(variable).optional(),
    secretEnv: z.array(z.string()).optional(),
    dir: z.string().optional(),
    waitFor: z.array(z.string()).optional(),
    timeout: duration.optional(),
    volumes: z.array(volume).optional(),
    allowFailure: z.boolean().optional(),
    allowExitCodes: z.array(z.int()).optional(),
    automapSubstitutions: z.boolean().optional(),
  })
  .refine(({ script, args, entrypoint }) => script === undefined || (args ?? entrypoint) === undefined, {
    message: 'a script goes with neither args nor an entrypoint',
  });

const options = z.strictObject({
  logging: z.enum(['CLOUD_LOGGING_ONLY', 'GCS_ONLY', 'LEGACY', 'NONE']).optional(),
  machineType: z
    .enum(['E2_MEDIUM', 'E2_HIGHCPU_8', 'E2_HIGHCPU_32', 'N1_HIGHCPU_8', 'N1_HIGHCPU_32'])
    .optional(),
  substitutionOption: z.enum(['MUST_MATCH', 'ALLOW_LOOSE']).optional(),
  dynamicSubstitutions: z.boolean().optional(),
  automapSubstitutions: z.boolean().optional(),
  diskSizeGb: z.union([z.int(), z.string()]).optional(),
  logStreamingOption: z.enum(['STREAM_DEFAULT', 'STREAM_ON', 'STREAM_OFF']).optional(),
  defaultLogsBucketBehavior: z.enum(['REGIONAL_USER_OWNED_BUCKET', 'LEGACY_BUCKET']).optional(),
  requestedVerifyOption: z.enum(['NOT_VERIFIED', 'VERIFIED']).optional(),
  env: z.array(variable).optional(),
  secretEnv: z.array(z.string()).optional(),
  volumes: z.array(volume).optional(),
  pool: z.strictObject({ name: z.string() }).optional(),
});

const secretVersion = z.strictObject({ versionName: z.string(), env: z.string() });

/** A build as `cloudbuild.yaml` may describe it; a field that Google does not know is refused. */
export const BUILD = z.strictObject({
  steps: z.array(step).min(1),
  timeout: duration.optional(),
  queueTtl: duration.optional(),
  serviceAccount: z.string().startsWith('projects/').optional(),
  logsBucket: z.string().optional(),
  options: options.optional(),
  substitutions: z.record(z.string().regex(/^_[A-Z0-9_]{1,100}$/), z.string()).optional(),
  tags: z.array(z.string().regex(/^[\w][\w.-]{0,127}$/)).optional(),
  images: z.array(z.string()).optional(),
  availableSecrets: z.strictObject({ secretManager: z.array(secretVersion) }).optional(),
});

export type Build = z.output<typeof BUILD>;
