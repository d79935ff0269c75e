import { readImportGraph, type ImportGraph } from './import-graph';

/** Every folder that holds tests, or sources that tests load. */
export const SOURCE_FOLDERS = ['functions', 'host', 'shared', 'infra', 'playground', 'tests', 'bench'];

/** The names for `npx jest --selectProjects`. */
export const PROJECTS = ['unit', 'database', 'journeys', 'browser', 'release'] as const;
export type Project = (typeof PROJECTS)[number];

/** Tests in these folders are about the whole product. */
const PROJECT_OF_FOLDER: Readonly<Record<string, Project>> = {
  'tests/browser': 'browser',
  'tests/journeys': 'journeys',
  'tests/model': 'journeys',
  'tests/release': 'release',
  'tests/deploy': 'release',
};

/** The first line by which a test file declares its project. A file that needs the bundles or takes long needs it. */
const DECLARED = /^\/\*\* @project (\w+)/;

/** A source that names this variable of the global setup uses the tests' Postgres. */
const USES_POSTGRES = /\bTEST_DATABASE_SERVER\b/;

function declaredIn(text: string, file: string): Project | undefined {
  const [, name] = DECLARED.exec(text) ?? [];
  const project = PROJECTS.find((each) => each === name);
  if (name !== undefined && project === undefined)
    throw new Error(`${file}: ${name} is not one of the projects ${PROJECTS.join(', ')}`);
  return project;
}

function projectOf(file: string, graph: ImportGraph): Project {
  const declared = declaredIn(graph.textOf(file), file);
  if (declared !== undefined) return declared;
  const ofFolder = PROJECT_OF_FOLDER[file.split('/', 2).join('/')];
  if (ofFolder !== undefined) return ofFolder;
  const isOnDatabase = [...graph.reachedFrom(file)].some((each) => USES_POSTGRES.test(graph.textOf(each)));
  return isOnDatabase ? 'database' : 'unit';
}

/** The test files of each project. What a file declares, its folder or its imports decide, so there is no list to keep. */
export function testFilesByProject(root: string): Readonly<Record<Project, readonly string[]>> {
  const graph = readImportGraph(root, SOURCE_FOLDERS);
  const files: Record<Project, string[]> = { unit: [], database: [], journeys: [], browser: [], release: [] };
  for (const file of graph.files.filter((name) => name.endsWith('.test.ts')))
    files[projectOf(file, graph)].push(file);
  return files;
}
