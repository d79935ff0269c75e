/** Whether an address is on this machine, where nobody outside can reach it. */
function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}

/** Whether the server at `api` can call back at `address`: by https, or because both are on this machine. */
export function isReachableFrom(api: string, address: string): boolean {
  const isPlayground = isLoopback(api) && isLoopback(address);
  return isPlayground || (new URL(address).protocol === 'https:' && !isLoopback(address));
}
