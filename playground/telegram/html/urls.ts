export interface WrongUrl {
  readonly problem: string;
}

/** Returns a link as Telegram stores it, or its problem (td/telegram/LinkManager.cpp, get_checked_link). */
export function normalUrl(link: string): string | WrongUrl {
  const text = link.trim();
  const protocol = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase();
  if (protocol === 'tg' || protocol === 'ton' || protocol === 'tonsite') return text;
  if (protocol !== undefined && protocol !== 'http' && protocol !== 'https') {
    return { problem: 'Unsupported URL protocol' };
  }
  const full = protocol === undefined ? `http://${text}` : text;
  if (/\s/.test(full) || !URL.canParse(full)) return { problem: 'Wrong HTTP URL' };
  const url = new URL(full);
  // Accept this host, because the playground's invoice page is at http://127.0.0.1:<port>.
  if (url.hostname === '127.0.0.1') return full;
  // Telegram requires a domain, so it refuses `localhost` and bare names.
  if (!url.hostname.includes('.') || url.hostname.endsWith('.')) return { problem: 'Wrong HTTP URL' };
  return /^https?:\/\/[^/?#]+$/i.test(full) ? `${full}/` : full;
}
