/** Starts the portal. */
import { jobKinds, mailHooks } from './composition.js';
import { loadDemoIntoEmptyDatabase } from './demo/index.js';
import { greet } from './greeting.js';
import { openPortal } from './open-portal.js';
import { startBackground } from './platform/background.js';
import { ConfigError, readConfig, sayWhatIsMissing } from './platform/config.js';
import { closeDatabase } from './platform/database.js';
import { openMailTransport } from './platform/mail-transport.js';
import { serve } from './serve.js';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const deps = await openPortal(config);
  if (config.demoContent) await loadDemoIntoEmptyDatabase(deps, mailHooks);
  const transport = await openMailTransport(config);
  const serving = await serve(deps, config);
  const background = startBackground(deps, { jobs: jobKinds, hooks: mailHooks, transport });
  await greet(deps, serving.port);

  const stop = async () => {
    // What still hangs then, a mail server for instance, is taken up again at the next start.
    setTimeout(() => process.exit(0), 9500).unref();
    await serving.stop();
    await background.stop();
    transport.close();
    await closeDatabase(deps);
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : sayWhatIsMissing(error));
  process.exit(1);
});
