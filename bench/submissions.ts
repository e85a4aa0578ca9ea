/** Sends many multipart forms with a 200 kB file, each with a token and an address of its own, and counts per second. */
import { Agent, request } from 'node:http';
import { makeFormToken } from '../src/platform/form-token.js';
import type { Keys } from '../src/platform/keys.js';

const BOUNDARY = 'bench-boundary';
const FILE = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(200_000, 'x'), Buffer.from('\n%%EOF\n')]);
const FIELDS = {
  firstName: 'Benno',
  lastName: 'Messwert',
  phone: '0361 000',
  jobTitle: 'Redakteur',
  outletName: 'Musterblatt',
  outletType: 'print',
  outletWebsite: 'https://musterblatt.example',
  editorialContact: '',
  workArea: 'text',
  proofKind: 'assignment',
  pressCardIssuer: '',
  pressCardNumber: '',
  pressCardYear: '',
  sampleUrl1: '',
  sampleUrl2: '',
  imprintUrl: '',
  equipmentNeeds: '',
  vehiclePlate: '',
  accessNeeds: '',
  note: '',
  privacyNotice: 'yes',
};

let sent = 0;

/** One form; the trailing counter makes every applicant a different one. */
function formBody(keys: Keys): Buffer {
  sent += 1;
  const fields = {
    ...FIELDS,
    email: `benno${process.pid}-${sent}@muster.example`,
    formToken: makeFormToken(keys, new Date()),
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="proofFile"; filename="auftrag.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + file), FILE, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

/** Sends `count` forms, four at a time; throws on any answer but 303. Returns forms per second. */
export async function submitMany(url: string, keys: Keys, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const bodies = Array.from({ length: count }, () => formBody(keys));
  const begin = performance.now();
  const worker = async () => {
    for (let body = bodies.pop(); body; body = bodies.pop()) await post(url, agent, body);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  agent.destroy();
  return (count * 1000) / (performance.now() - begin);
}

function post(url: string, agent: Agent, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      'Content-Length': body.length,
    };
    const sending = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        if (answer.statusCode === 303) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    });
    sending.once('error', reject);
    sending.end(body);
  });
}
