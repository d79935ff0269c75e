export type Resource = Record<string, unknown>;

/** Holds the resources of the simulated Google Cloud by their full names, in the order in which they were created. */
export class Store {
  readonly #resources = new Map<string, Resource>();

  get(name: string): Resource | undefined {
    return this.#resources.get(name);
  }

  put(name: string, resource: Resource): Resource {
    this.#resources.set(name, resource);
    return resource;
  }

  delete(name: string): boolean {
    return this.#resources.delete(name);
  }

  /** Direct children of a collection: `projects/p/secrets`. */
  list(collection: string): Resource[] {
    return [...this.#resources]
      .filter(
        ([name]) => name.startsWith(`${collection}/`) && !name.slice(collection.length + 1).includes('/'),
      )
      .map(([, resource]) => resource);
  }
}
