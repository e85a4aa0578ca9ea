import assert from 'node:assert/strict';
import { ConfigError, DEMO_START, readConfig } from '../../src/platform/config.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  BASE_URL: 'https://presse.behoerde.example/',
  SMTP_URL: 'smtp://user:password@mail.behoerde.example:587',
  MAIL_FROM: 'Presse <presse@behoerde.example>',
  PRESS_OFFICE_EMAIL: 'presse@behoerde.example',
  SECRET_KEY: 'a secret of at least thirty-two characters',
};

/** Also shows the demo's own clock settings. */
function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
}
const named = (env: NodeJS.ProcessEnv) => problemsOf(env).map((problem) => /^\w+/.exec(problem)?.[0]);

describe('settings', () => {
  it('have defaults for a first look on one machine', () => {
    const config = readConfig({});
    assert.equal(config.production, false);
    assert.equal(config.port, 3000);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.baseUrl, 'http://localhost:3000');
    assert.equal(config.dataDir, './data');
    assert.equal(config.databaseUrl, undefined);
    assert.equal(config.smtpUrl, undefined);
    assert.equal(config.logLevel, 'info');
    assert.equal(config.rateLimits, true);
    assert.equal(config.demoContent, true);
  });

  it('count as unset when they are empty', () => {
    assert.equal(readConfig({ PORT: '', BASE_URL: '', DATABASE_URL: '' }).port, 3000);
  });

  it('take the port into the address of links, and drop a slash at its end', () => {
    assert.equal(readConfig({ PORT: '8080' }).baseUrl, 'http://localhost:8080');
    assert.equal(readConfig({ BASE_URL: 'https://a.example/portal//' }).baseUrl, 'https://a.example/portal');
  });

  for (const [name, value] of Object.entries({
    PORT: '70000',
    BASE_URL: 'not an address',
    DATABASE_URL: 'mysql://a',
    SMTP_URL: 'https://mail.example',
    LOG_LEVEL: 'loud',
    NOW: 'tomorrow',
    RATE_LIMITS: 'maybe',
    NODE_ENV: 'staging',
  })) {
    it(`refuse ${name}=${value} and name it`, () => assert.deepEqual(named({ [name]: value }), [name]));
  }

  it('name everything that is wrong, not only the first', () => {
    assert.deepEqual(named({ PORT: 'x', LOG_LEVEL: 'loud' }).sort(), ['LOG_LEVEL', 'PORT']);
  });

  it('understand TRUST_PROXY as Express does', () => {
    const trust = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
    assert.deepEqual(
      [trust('1'), trust('true'), trust('false'), trust('loopback, 10.0.0.1'), readConfig({}).trustProxy],
      [1, true, false, 'loopback, 10.0.0.1', undefined],
    );
  });

  it('want all of DKIM or none', () => {
    assert.deepEqual(named({ DKIM_DOMAIN: 'a.example' }), ['DKIM_DOMAIN']);
    const dkim = { DKIM_DOMAIN: 'a.example', DKIM_SELECTOR: 's', DKIM_KEY_FILE: '/key.pem' };
    assert.deepEqual(readConfig(dkim).dkim, {
      domainName: 'a.example',
      keySelector: 's',
      keyFile: '/key.pem',
    });
  });
});

describe('business time', () => {
  it('starts with the demo in development, where NOW says nothing', () => {
    assert.deepEqual(readConfig({}).clockStart, new Date(DEMO_START));
    assert.deepEqual(readConfig({}).clockStart, new Date('2024-10-10T07:00:00Z'));
  });

  it('starts where NOW says, or is real', () => {
    assert.deepEqual(
      readConfig({ NOW: '2024-10-24T09:15:00+02:00' }).clockStart,
      new Date('2024-10-24T07:15:00Z'),
    );
    assert.equal(readConfig({ NOW: 'real' }).clockStart, undefined);
    assert.equal(readConfig({ NODE_ENV: 'test' }).clockStart, undefined);
  });

  it('cannot be moved in production', () => {
    assert.deepEqual(named({ ...PRODUCTION, NOW: '2024-10-24T09:15:00+02:00' }), ['NOW']);
    assert.equal(readConfig({ ...PRODUCTION, NOW: 'real' }).clockStart, undefined);
  });
});

describe('production', () => {
  it('starts with everything it needs, without demo content, in real time', () => {
    const config = readConfig(PRODUCTION);
    assert.deepEqual(
      [config.production, config.demoContent, config.clockStart, config.baseUrl],
      [true, false, undefined, 'https://presse.behoerde.example'],
    );
  });

  for (const name of ['BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'PRESS_OFFICE_EMAIL']) {
    it(`refuses to start without ${name}`, () => {
      assert.deepEqual(named({ ...PRODUCTION, [name]: undefined }), [name]);
      assert.deepEqual(named({ ...PRODUCTION, [name]: '' }), [name]);
    });
  }

  for (const [name, value] of Object.entries({
    BASE_URL: 'http://presse.behoerde.example',
    SECRET_KEY: 'too short',
    RATE_LIMITS: 'off',
  })) {
    it(`refuses the unsafe ${name}=${value}`, () => {
      assert.deepEqual(named({ ...PRODUCTION, [name]: value }), [name]);
    });
  }

  it('never prints the secret', () => {
    assert.doesNotMatch(problemsOf({ ...PRODUCTION, SECRET_KEY: 'too short' }).join(), /too short/);
  });
});
