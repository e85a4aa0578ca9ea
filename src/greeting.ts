/** What the terminal says when the portal is up: where it is, and how the first administrator gets in. */
import type { Deps } from './platform/deps.js';
import { createSignInLink } from './signin/index.js';
import { addStaff, findFirstAdministrator, type Member } from './staff/index.js';

/** Obviously invented, like everybody in the demo. */
const DEMO_ADMINISTRATOR = {
  email: 'ute.ordner@behoerde.example',
  name: 'Ute Ordner',
  role: 'administrator',
  language: 'de',
} as const;

/** `port` is the one it really listens on. */
export async function greet(
  deps: Deps,
  port: number,
  say: (text: string) => void = console.log,
): Promise<void> {
  const { config } = deps;
  const local = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  // Port 0 asks the system for any free one, which the configured address cannot know.
  const base = config.port === 0 ? local : config.baseUrl;
  const lines = [`Press portal   ${base}/`, `Desk           ${base}/staff`];
  if (base !== local) lines.push(`Listening on   ${local}`);
  if (!config.smtpUrl) lines.push(`Mails          files in ${config.dataDir}/mail (SMTP_URL is not set)`);
  say(`\n${[...lines, ...(await wayIn(deps, base))].join('\n')}\n`);
}

/** In production only the operator at the terminal asks for a link; elsewhere each start prints a fresh one. */
async function wayIn(deps: Deps, base: string): Promise<string[]> {
  const administrator = await firstAdministrator(deps);
  if (!administrator) {
    return [
      '',
      'Nobody can sign in yet. Add the first administrator:',
      '  npm run portal -- staff:add --email YOU@AUTHORITY --name "YOUR NAME" --role administrator',
    ];
  }
  if (deps.config.production) return [];
  const link = await createSignInLink(deps, administrator);
  return ['', `Sign in once as ${administrator.name} (administrator), within 24 hours:`, `  ${base}${link}`];
}

async function firstAdministrator(deps: Deps): Promise<Member | undefined> {
  const known = await findFirstAdministrator(deps.db);
  if (known || !deps.config.demoContent) return known;
  return (await addStaff(deps, DEMO_ADMINISTRATOR)).member;
}
