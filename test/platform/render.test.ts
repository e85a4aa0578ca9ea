import assert from 'node:assert/strict';
import express from 'express';
import request from 'supertest';
import { fromRoot } from '../../src/platform/paths.js';
import { renderFacts } from '../../src/platform/render.js';
import { siteDefaults, speak } from '../../src/site/site-locals.js';

describe('a page that shows nothing but facts', () => {
  let drawings = 0;
  let facts = { title: 'Titel' };
  let operator: object | undefined;
  const app = express();
  app.set('views', fromRoot('views'));
  Object.assign(app.locals, siteDefaults({ baseUrl: 'https://press.example' }));
  for (const lang of ['de', 'en'] as const)
    app.get(`/${lang}`, speak(lang), (_req, res) => {
      res.locals.operator = operator;
      renderFacts(res, 'error', facts, () => {
        drawings += 1;
        return Object.assign(
          {},
          facts,
          { status: 404, message: 'm', wait: '', reference: '', typed: [] },
          HOME,
        );
      });
    });
  const HOME = { home: { href: '/', label: 'Start' }, lost: false };
  const visit = async (path: string) => (await request(app).get(path)).text;

  it('is drawn once for the same facts, and anew for others', async () => {
    const first = await visit('/de');
    assert.equal(await visit('/de'), first);
    assert.equal(drawings, 1);
    facts = { title: 'Ein anderer' };
    assert.match(await visit('/de'), /Ein anderer/);
    assert.equal(drawings, 2);
  });

  it('is drawn anew when what stands around it changes, and for the other language', async () => {
    const before = drawings;
    await visit('/de');
    await visit('/en');
    operator = { name: { de: 'Musterministerium', en: '' }, pressContactName: { de: '', en: '' } };
    assert.match(await visit('/de'), /Musterministerium/);
    assert.equal(drawings, before + 2);
  });
});
