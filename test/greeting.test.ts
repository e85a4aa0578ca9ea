import assert from 'node:assert/strict';
import { greet } from '../src/greeting.js';
import { openBrowser } from './support/browser.js';
import { openPortal, type TestPortal } from './support/portal.js';
import { someMember } from './support/staff.js';

describe('the greeting at start', () => {
  let portal: TestPortal;
  afterEach(() => portal.close());

  async function greeting(port = 3000): Promise<string> {
    let said = '';
    await greet(portal, port, (text) => {
      said += text;
    });
    return said;
  }

  it('prints a link that signs the first administrator in', async () => {
    portal = await openPortal();
    const first = await someMember(portal, 'administrator');
    await someMember(portal, 'administrator');
    const path = /https:\/\/press\.example(\/staff\/sign-in\/\S+)/.exec(await greeting())![1]!;
    const browser = openBrowser(portal.app);
    await browser.send(path, {});
    assert.match((await browser.visit('/staff/account')).text, new RegExp(first.email));
  });

  it('makes an administrator for the demo where there is none, once', async () => {
    portal = await openPortal('sqlite', { demoContent: true });
    await greeting();
    assert.match(await greeting(), /\/staff\/sign-in\//);
    assert.equal((await portal.db('staff')).length, 1);
  });

  it('says how to add the first administrator where nobody can sign in', async () => {
    portal = await openPortal();
    const said = await greeting();
    assert.match(said, /npm run portal -- staff:add/);
    assert.doesNotMatch(said, /\/staff\/sign-in\//);
  });

  it('prints no link in production', async () => {
    portal = await openPortal('sqlite', { production: true });
    await someMember(portal, 'administrator');
    assert.doesNotMatch(await greeting(), /\/staff\/sign-in\//);
  });

  it('names the address it really listens on', async () => {
    portal = await openPortal('sqlite', { port: 0 });
    assert.match(await greeting(4711), /http:\/\/127\.0\.0\.1:4711\/staff/);
  });
});
