declare module 'js-yaml' {
  /** Reads YAML into plain values; throws where it is none, and at a key that stands twice. */
  export function safeLoad(text: string): unknown;
}
