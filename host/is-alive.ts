/**
 * The health check of the container: exits with 0 if the host of this container answers. It asks for no more, because a
 * database that is away is no reason to replace the host. Its argument is the port.
 */
async function main(): Promise<void> {
  const [, , port = '8080'] = process.argv;
  const { status } = await fetch(`http://127.0.0.1:${port}/health?probe=live`, {
    signal: AbortSignal.timeout(2_000),
  });
  // 404 without `health` among its functions.
  process.exitCode = status < 500 ? 0 : 1;
}

main().catch(() => (process.exitCode = 1));
