/** What people write: each as long as the channel file allows, or longer. */
export interface Writing {
  readonly title: string;
  readonly name: string;
  readonly text: string;
}
