import { fields, operation, type Exception } from './wire';

/** A build that is taken in and waits: https://cloud.google.com/build/docs/api/reference/rest/v1/projects.builds/create */
export const cloudBuild: readonly Exception[] = [
  [
    'POST',
    /^cloudbuild\.fake\/v1\/(projects\/[^/]+(?:\/locations\/[^/]+)?)\/builds$/,
    ({ project }, { body }, [parent = '']) => {
      const id = '0f0e0d0c-0b0a-4908-8706-050403020100';
      const build = {
        ...fields(body),
        id,
        projectId: project,
        name: `${parent}/builds/${id}`,
        status: 'QUEUED',
      };
      return operation(build, {
        '@type': 'type.googleapis.com/google.devtools.cloudbuild.v1.BuildOperationMetadata',
        build,
      });
    },
  ],
];
