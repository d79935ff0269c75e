/** Whether an address means this machine, which nobody outside can reach. */
function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}

/** Whether who is asked at `api` could call back at `address`: by https, or on the one machine that both are on. */
export function isReachableFrom(api: string, address: string): boolean {
  const isPlayground = isLoopback(api) && isLoopback(address);
  return isPlayground || (new URL(address).protocol === 'https:' && !isLoopback(address));
}
