import { el } from '../dom.js';

/** Draws the picture or the file of a message. */
export function mediaOf({ photo, document: file, caption }, fileUrl) {
  if (photo) {
    const { file_id: id, width, height } = photo.at(-1);
    const alt = caption ? `Picture: ${caption}` : 'Picture';
    return [el('img', { class: 'photo', 'data-testid': 'photo', src: fileUrl(id), width, height, alt })];
  }
  if (file) {
    return [
      el(
        'a',
        {
          class: 'document',
          'data-testid': 'document',
          href: fileUrl(file.file_id),
          download: file.file_name,
        },
        [
          el('span', { class: 'document-icon', 'aria-hidden': 'true' }, ['↓']),
          el('span', {}, [
            el('span', { class: 'document-name', dir: 'auto', 'data-testid': 'document-name' }, [
              file.file_name,
            ]),
            el('span', { class: 'document-size', 'data-testid': 'document-size' }, [sizeOf(file.file_size)]),
          ]),
        ],
      ),
    ];
  }
  return [];
}

function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
