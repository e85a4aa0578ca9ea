/** Uses the portal the way a browser does: cookies, hidden form fields, whole pages. */
import type { Express } from 'express';
import request, { type Response } from 'supertest';

export interface FormFile {
  field: string;
  name: string;
  content: Buffer;
}

export interface Browser {
  visit(path: string): Promise<Response>;
  /** Opens `path` and returns the token of the form there. */
  tokenAt(path: string): Promise<string>;
  /** Opens `page`, and sends its form to `path` (the page itself where it is not named). */
  send(page: string, fields: Record<string, string | string[]>, path?: string): Promise<Response>;
  /** The same as a multipart form with files. */
  upload(
    page: string,
    fields: Record<string, string | string[]>,
    files?: FormFile[],
    path?: string,
  ): Promise<Response>;
  agent: ReturnType<typeof request.agent>;
}

export function openBrowser(app: Express): Browser {
  const agent = request.agent(app);
  const tokenAt = async (path: string) => tokenIn((await agent.get(path)).text);
  return {
    agent,
    tokenAt,
    visit: (path) => agent.get(path),
    // The token first: cookies go into a request at the moment it is made.
    send: async (page, fields, path = page) => {
      const formToken = await tokenAt(page);
      return agent
        .post(path)
        .type('form')
        .send(encode({ formToken, ...fields }));
    },
    upload: async (page, fields, files = [], path = page) => {
      const formToken = await tokenAt(page);
      const post = agent.post(path);
      for (const [name, value] of Object.entries({ formToken, ...fields })) {
        for (const item of [value].flat()) post.field(name, item);
      }
      for (const { field, name, content } of files) post.attach(field, content, name);
      return post;
    },
  };
}

export function tokenIn(html: string): string {
  return /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

function encode(fields: Record<string, string | string[]>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((item) => [name, item] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}
