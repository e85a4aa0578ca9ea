/** What the terminal says when the portal is up: where it is, and how the first administrator gets in. */
import type { Deps } from './platform/deps.js';

export async function greet({ config }: Deps, port: number): Promise<void> {
  const local = `http://${config.host}:${port}`;
  console.log(`\nPress portal: ${config.baseUrl}  (listening on ${local})`);
}
