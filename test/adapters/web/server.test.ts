import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SourcesJson, WebAnswerJson } from '../../../src/adapters/web/render.ts';
import type { DocumentJson } from '../../../src/adapters/web/render-document.ts';
import type { EntityRecordJson, SpeakersJson } from '../../../src/adapters/web/render-speakers.ts';
import { createWebServer } from '../../../src/adapters/web/server.ts';
import { DeskError } from '../../../src/core/errors.ts';
import { BRIEF, createFakeDesk, DAILY, makeDocument, pricesAnswer, QUESTIONS } from '../../support/fake-desk.ts';
import type { RunningServer } from './web-server.ts';
import { askRaw, createSignal, readJson, sendRaw, startServer } from './web-server.ts';

let running: RunningServer;
beforeAll(async () => {
  running = await startServer();
});
afterAll(() => running.server.close(1000));

const extra: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(extra.splice(0).map(({ server }) => server.close(0)));
});
async function startAnother(options: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  const another = await startServer(options);
  extra.push(another);
  return another;
}

const get = (path: string) => fetch(running.origin + path);
const ask = (question: unknown, port = running.port) => askRaw(port, JSON.stringify({ question }));

describe('asking', () => {
  it('gives an Answer of the contract with its permanent link', async () => {
    const response = await ask(QUESTIONS.answered);
    const answer = JSON.parse(response.body);
    expect(response.status).toBe(200);
    expect(answer).toMatchObject({
      question: QUESTIONS.answered,
      status: 'answered',
      mode: 'extractive',
      newest: '2026-06',
    });
    expect(answer.sentences).toHaveLength(4);
    expect(answer.citations[0]).toMatchObject({
      n: 1,
      document: DAILY.id,
      attribution: 'Wedoany',
      titleGivenByDesk: true,
      via: null,
    });
    expect(answer.citations[0].speaker).toEqual({
      name: 'Priya Natarajan',
      role: 'Vice President',
      organisation: 'Lodestar Research',
    });
    expect(answer.permalink).toMatch(/^\/answers\/[\w-]{22}$/);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('gives the same answer again under its permanent link', async () => {
    const first = JSON.parse((await ask(QUESTIONS.conflict)).body);
    const again = await (await get(`/api${first.permalink}`)).json();
    expect(again).toEqual(first);
  });

  it('hands the desk the question unaltered, with the conversation that the page names', async () => {
    const question = '  Ünïcode 🎈 <b>"quoted"</b>\n\u0007';
    await askRaw(running.port, JSON.stringify({ question, conversation: 'abc_-9' }));
    expect(running.desk.messages.at(-1)).toMatchObject({ text: question, conversation: 'abc_-9', platform: 'web' });
  });

  it('gives each message an id of its own, which names the conversation where none is named', async () => {
    await ask('one');
    await ask('two');
    const [one, two] = running.desk.messages.slice(-2);
    expect(one?.id).not.toBe(two?.id);
    expect(one?.conversation).toBe(one?.id);
  });

  it('gives help and the list of sources as such', async () => {
    expect(JSON.parse((await ask('help')).body)).toEqual({
      kind: 'help',
      text: 'Ask a question about the sources.',
      suggestions: [QUESTIONS.answered],
    });
    expect(JSON.parse((await ask('sources')).body)).toMatchObject({ kind: 'sources', total: 2 });
  });

  it('says of a cited document that is no longer held that nothing is known of its title', async () => {
    const desk = createFakeDesk();
    desk.keep(pricesAnswer(), 'kept');
    desk.withdraw(DAILY.id);
    const another = await startAnother({ desk });
    const answer = await readJson<WebAnswerJson>(fetch(`${another.origin}/api/answers/kept`));
    expect(answer.citations[0]?.titleGivenByDesk).toBeNull();
  });
});

describe('bad input to /api/ask', () => {
  const long = JSON.stringify({ question: 'x'.repeat(64 * 1024) });
  it.each<[string, string, Record<string, string>, number]>([
    ['an empty question', '{"question":"  "}', {}, 400],
    ['a question of 2,001 characters', JSON.stringify({ question: 'x'.repeat(2001) }), {}, 400],
    ['no JSON', '{"question":', {}, 400],
    ['a bare text', '"hello"', {}, 400],
    ['an empty body', '', {}, 400],
    ['a list', '[]', {}, 400],
    ['null', 'null', {}, 400],
    ['no question', '{}', {}, 400],
    ['a number as question', '{"question":7}', {}, 400],
    ['an unusable conversation', '{"question":"a","conversation":"a b"}', {}, 400],
    ['a wrong type', '{"question":"a"}', { 'Content-Type': 'text/plain' }, 415],
    ['a form', 'question=a', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['an unknown character set', '{"question":"a"}', { 'Content-Type': 'application/json; charset=klingon' }, 415],
    ['a compressed body', '{"question":"a"}', { 'Content-Encoding': 'gzip' }, 415],
    ['a body above 64 KB', long, {}, 413],
  ])('answers %s with one sentence and what to do', async (_name, body, headers, status) => {
    const response = await askRaw(running.port, body, headers);
    const problem = JSON.parse(response.body);
    expect(response.status).toBe(status);
    expect(Object.keys(problem)).toEqual(['problem', 'hint']);
    expect(problem.problem).toMatch(/^[A-Z].*\.$/s);
    expect(problem.hint).toMatch(/^[A-Z].*\.$/s);
    expect(response.body).not.toMatch(/node_modules|at \w+ \(|Error:/);
  });

  it('lets a prototype key in the body do nothing', async () => {
    const response = await askRaw(running.port, '{"__proto__":{"admin":true},"question":"help"}');
    expect(response.status).toBe(200);
    expect('admin' in {}).toBe(false);
  });
});

describe('unknown addresses and methods', () => {
  it.each(['/api/nothing', '/api/answers/none', '/api/documents/none', '/api/'])(
    'answers %s with JSON and 404',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ problem: expect.any(String), hint: expect.any(String) });
    },
  );

  it.each(['/nothing', '/assets/none.js', '/assets/..%2f..%2fserver.ts', '/assets/%2e%2e%2fpage.ts', '/wp-login.php'])(
    'answers %s with a page and 404',
    async (path) => {
      const response = await sendRaw(running.port, { path });
      expect(response.status).toBe(404);
      expect(response.headers['content-type']).toMatch(/^text\/html/);
    },
  );

  it('writes what was asked into the page as text only', async () => {
    const response = await sendRaw(running.port, { path: '/<script>alert(1)</script>' });
    expect(response.body).not.toContain('<script>');
    expect(response.body).toContain('&lt;script&gt;');
  });

  it.each([
    ['GET', '/api/ask', 'POST'],
    ['DELETE', '/api/answers/x', 'GET, HEAD'],
    ['PUT', '/', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('refuses %s %s and names what is allowed', async (method, path, allowed) => {
    const response = await sendRaw(running.port, { method, path });
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe(allowed);
  });

  it('answers an address that cannot be decoded with 400', async () => {
    const response = await sendRaw(running.port, { path: '/api/documents/%E0%A4%A' });
    expect(response.status).toBe(400);
    expect(Object.keys(JSON.parse(response.body))).toEqual(['problem', 'hint']);
  });

  it('gives the page with 404 for an answer that is not kept', async () => {
    const response = await get('/answers/none');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<script type="module" src="/assets/desk.js">');
  });
});

describe('failures', () => {
  it('tells a person a reference and the log the reason, and nobody a stack trace', async () => {
    const desk = createFakeDesk();
    desk.beforeReply = async () => {
      throw new TypeError('secret detail');
    };
    const another = await startAnother({ desk });
    const response = await ask('a question of mine', another.port);
    expect(response.status).toBe(500);
    expect(response.body).not.toContain('secret detail');
    const { problem } = JSON.parse(response.body);
    const reference = /\(reference (\w+)/.exec(problem)?.[1];
    expect(another.logged).toContainEqual({
      level: 'error',
      fields: expect.objectContaining({ reference, error: 'secret detail' }),
    });
    expect(JSON.stringify(another.logged)).not.toContain('a question of mine');
  });

  it('tells what a DeskError says, with the status of its kind', async () => {
    const desk = createFakeDesk();
    desk.listSources = () =>
      Promise.reject(
        new DeskError({
          code: 'store_unavailable',
          message: 'The data folder is read-only.',
          hint: 'Make it writable.',
        }),
      );
    const another = await startAnother({ desk });
    const response = await fetch(`${another.origin}/api/sources`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ problem: 'The data folder is read-only.', hint: 'Make it writable.' });
  });

  it('answers 503 and not 400 when the desk has a problem because it is not ready', async () => {
    const desk = createFakeDesk();
    desk.reason = 'The index is being built.';
    const another = await startAnother({ desk });
    expect((await ask('', another.port)).status).toBe(503);
  });
});

describe('sources and documents', () => {
  it('lists the sources with what is known of them', async () => {
    const list = await readJson<SourcesJson>(get('/api/sources'));
    expect(list).toMatchObject({ total: 2, matching: 2, offset: 0 });
    expect(list.sources[1]).toEqual({
      id: 'brief-money',
      title: 'How Rhinecloud pays for its model',
      titleGivenByDesk: true,
      publisher: null,
      attribution: null,
      credit: 'brief-money.txt',
      terms: null,
      url: null,
      author: null,
      published: null,
      language: 'en',
      statements: 1,
      passages: 1,
    });
  });

  it('lists a part of the sources, and those that match', async () => {
    const desk = createFakeDesk(
      Array.from({ length: 25 }, (_, n) => makeDocument({ ...BRIEF, id: `d${n}`, title: `Title ${n}` })),
    );
    const { origin } = await startAnother({ desk });
    const part = await readJson<SourcesJson>(fetch(`${origin}/api/sources?offset=20&limit=10`));
    expect(part.sources.map((source) => source.id)).toEqual(['d20', 'd21', 'd22', 'd23', 'd24']);
    const matching = await (await fetch(`${origin}/api/sources?q=TITLE%202`)).json();
    expect(matching).toMatchObject({ total: 25, matching: 6 });
  });

  it.each(['limit=1001', 'limit=-1', 'offset=x', 'q=a&q=b'])('refuses ?%s', async (query) => {
    const response = await get(`/api/sources?${query}`);
    expect(response.status).toBe(400);
  });

  it('gives a document with its text, its sentences and who says what', async () => {
    const document = await readJson<DocumentJson>(get(`/api/documents/${DAILY.id}`));
    expect(document).toMatchObject({
      id: DAILY.id,
      credit: 'Wedoany',
      textStart: 0,
      textEnd: DAILY.text.length,
      textLength: DAILY.text.length,
    });
    expect(document.text).toBe(DAILY.text);
    expect(document.statements[0]).toMatchObject({ speaker: { name: 'Jonas Verhelst' }, via: 'Reuters' });
    for (const statement of document.statements) {
      expect(document.text.slice(statement.start, statement.end)).toBe(statement.text);
    }
    expect(document.speakers.map(({ name, statements, speakerId }) => [name, statements, speakerId])).toEqual([
      ['Jonas Verhelst', 2, 'jonas-verhelst'],
      ['Priya Natarajan', 1, 'priya-natarajan'],
      ['Elias Brandt', 1, 'elias-brandt'],
      ['Mira Tallis', 1, 'mira-tallis'],
    ]);
    expect(document.statements.map(({ voice }) => document.speakers[voice]?.name)).toEqual(
      document.statements.map(({ speaker }) => speaker?.name),
    );
  });

  it('gives the part of a long document around what is asked, with offsets of the whole', async () => {
    const text = Array.from({ length: 20_000 }, (_, n) => `Paragraph number ${n} of the long report.`).join('\n');
    const desk = createFakeDesk([makeDocument({ ...BRIEF, id: 'long', text, said: [] })]);
    const { origin } = await startAnother({ desk });
    const at = text.indexOf('Paragraph number 15000 ');
    const part = await readJson<DocumentJson>(fetch(`${origin}/api/documents/long?at=${at}`));
    expect(part.textStart).toBeGreaterThan(0);
    expect(part.textStart).toBeLessThanOrEqual(at);
    expect(part.textEnd).toBeGreaterThan(at);
    expect(part.text).toBe(text.slice(part.textStart, part.textEnd));
    expect(part.text.length).toBeLessThanOrEqual(200_000);
    expect(part.text).toMatch(/^Paragraph number/);
    expect(part.textLength).toBe(text.length);
  });

  it('suggests questions', async () => {
    const { suggestions } = await readJson<{ suggestions: string[] }>(get('/api/suggestions'));
    expect(suggestions).toHaveLength(4);
  });
});

describe('speakers', () => {
  it('are listed, most statements first, and told whether there are more', async () => {
    const all = await readJson<SpeakersJson>(get('/api/speakers'));
    expect(all.more).toBe(false);
    expect(all.speakers.map(({ name, kind, statements }) => [name, kind, statements])).toEqual([
      ['Jonas Verhelst', 'person', 2],
      ['Elias Brandt', 'person', 1],
      ['Le Monde', 'body', 1],
      ['Mira Tallis', 'person', 1],
      ['Priya Natarajan', 'person', 1],
    ]);
    expect(all.speakers[0]?.posts).toEqual([{ role: 'CEO', organisation: 'Rhinecloud' }]);
    const two = await readJson<SpeakersJson>(get('/api/speakers?limit=2'));
    expect(two.more).toBe(true);
    expect(two.speakers).toEqual(all.speakers.slice(0, 2));
  });

  it('are found by name', async () => {
    const found = await readJson<SpeakersJson>(get('/api/speakers?name=%20TALL'));
    expect(found.speakers.map(({ id }) => id)).toEqual(['mira-tallis']);
  });

  it('give everything they said, document by document, the words as they stand there', async () => {
    const { speaker, total, documents } = await readJson<EntityRecordJson>(get('/api/speakers/jonas-verhelst'));
    expect(speaker).toMatchObject({ name: 'Jonas Verhelst', statements: 2, documents: 1 });
    expect(total).toBe(1);
    expect(documents.map(({ id, credit }) => [id, credit])).toEqual([[DAILY.id, 'Wedoany']]);
    const said = documents[0]?.excerpts.flatMap(({ statements }) => statements) ?? [];
    expect(said.map(({ text, via }) => [text, via])).toEqual(
      DAILY.statements.slice(0, 2).map(({ text, via }) => [text, via ?? null]),
    );
    for (const excerpt of documents[0]?.excerpts ?? []) {
      expect(DAILY.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
    }
  });

  it('that nobody knows are answered with 404, as page and as JSON', async () => {
    expect((await get('/speakers/nobody')).status).toBe(404);
    const response = await get('/api/speakers/nobody');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      problem: 'The desk knows no speaker "nobody".',
      hint: expect.any(String),
    });
  });

  it.each(['limit=0', 'limit=2001', 'limit=x', `name=${'x'.repeat(201)}`, 'name=a&name=b'])(
    'refuses ?%s',
    async (query) => {
      expect((await get(`/api/speakers?${query}`)).status).toBe(400);
    },
  );

  it('have documents counted from 1 to 500', async () => {
    expect((await get('/api/speakers/jonas-verhelst?limit=0')).status).toBe(400);
    expect((await get('/api/speakers/jonas-verhelst?limit=501')).status).toBe(400);
    expect((await get('/api/speakers/jonas-verhelst?limit=500')).status).toBe(200);
  });

  it('are tied to the citations of an answer', async () => {
    const answer = JSON.parse((await ask(QUESTIONS.answered)).body) as WebAnswerJson;
    expect(answer.citations.map(({ speakerId }) => speakerId)).toEqual([
      'priya-natarajan',
      'priya-natarajan',
      'elias-brandt',
      'jonas-verhelst',
    ]);
  });
});

describe('permanent addresses', () => {
  it.each(['/documents', `/documents/${DAILY.id}`, '/speakers', '/speakers/jonas-verhelst'])(
    'gives the page for reading at %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<script type="module" src="/assets/reading.js">');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it('serves ids of any characters', async () => {
    const id = 'a/b?c#d%41 “é”';
    const { origin } = await startAnother({ desk: createFakeDesk([makeDocument({ ...DAILY, id, said: [] })]) });
    expect((await fetch(`${origin}/documents/${encodeURIComponent(id)}`)).status).toBe(200);
    const document = await readJson<DocumentJson>(fetch(`${origin}/api/documents/${encodeURIComponent(id)}`));
    expect(document.id).toBe(id);
    expect((await fetch(`${origin}/documents/nothing`)).status).toBe(404);
  });
});

describe('the page', () => {
  it('is sent again only when it changed', async () => {
    const first = await get('/');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const second = await sendRaw(running.port, { path: '/', headers: { 'If-None-Match': etag } });
    expect(second).toMatchObject({ status: 304, body: '' });
  });

  it.each(['/', '/documents'])('at %s names only files that the server has, and nothing from outside', async (path) => {
    const html = await (await get(path)).text();
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses.filter((each) => !each.startsWith('#'))) {
      expect(address).toMatch(/^\//);
      expect((await get(address)).status).toBe(200);
    }
    expect(html).not.toMatch(/<style|style="|<script>|\son\w+="/);
  });

  it('sends an icon to browsers that ask without being told', async () => {
    const icon = await get('/favicon.ico');
    expect(icon.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
  });
});

describe('health and metrics', () => {
  it('is alive and ready, and says why it is not', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect(await (await get('/readyz')).json()).toEqual({ ready: true });
    const desk = createFakeDesk();
    desk.reason = 'The index is being built.';
    const { origin } = await startAnother({ desk });
    const notReady = await fetch(`${origin}/readyz`);
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toEqual({ ready: false, reason: 'The index is being built.' });
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it('counts requests by pattern and status and questions by outcome', async () => {
    const another = await startAnother({});
    const { origin, port } = another;
    await ask(QUESTIONS.answered, port);
    await ask(QUESTIONS.notFound, port);
    await ask('', port);
    await fetch(`${origin}/api/answers/one`);
    await fetch(`${origin}/api/answers/two`);
    await fetch(`${origin}/no-such-page`);
    const text = await (await fetch(`${origin}/metrics`)).text();
    expect(text).toContain('desk_http_requests_total{route="/api/ask",method="POST",status="200"} 2');
    expect(text).toContain('desk_http_requests_total{route="/api/answers/:id",method="GET",status="404"} 2');
    expect(text).toContain('desk_http_requests_total{route="other",method="GET",status="404"} 1');
    expect(text).toContain('desk_questions_total{outcome="answered"} 1');
    expect(text).toContain('desk_questions_total{outcome="not_found"} 1');
    expect(text).toContain('desk_questions_total{outcome="problem"} 1');
    expect(text).toContain('desk_question_duration_seconds_bucket{le="+Inf"} 3');
    expect(text).toContain('desk_question_duration_seconds_count 3');
    expect(text).not.toContain('no-such-page');
  });
});

describe('routes of other adapters', () => {
  it('get the raw body: nothing is parsed before them', async () => {
    const { port } = await startAnother({
      extraRoutes: [
        {
          path: '/slack',
          authenticatesItself: true,
          mount(app) {
            app.post('/slack/events', (request, response) => {
              const chunks: Buffer[] = [];
              request.on('data', (chunk: Buffer) => chunks.push(chunk));
              request.on('end', () => response.type('text').send(Buffer.concat(chunks).toString('utf8')));
            });
          },
        },
      ],
    });
    const body = '{"type" :  "url_verification"}';
    const response = await sendRaw(port, {
      method: 'POST',
      path: '/slack/events',
      headers: { Host: 'desk.example.org', Origin: 'https://slack.com', 'Content-Type': 'application/json' },
      body,
    });
    expect(response).toMatchObject({ status: 200, body });
  });

  it('are guarded like the page unless they authenticate each request', async () => {
    const { port } = await startAnother({
      extraRoutes: [
        {
          path: '/api/messages',
          mount: (app) => void app.post('/api/messages', (_request, response) => void response.send('in')),
        },
      ],
    });
    const send = (headers: Record<string, string>) => sendRaw(port, { method: 'POST', path: '/api/messages', headers });
    expect((await send({})).body).toBe('in');
    expect((await send({ Host: 'evil.example' })).status).toBe(421);
    expect((await send({ Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('the address', () => {
  it('names the taken port and the way out', async () => {
    const second = createWebServer({
      desk: createFakeDesk(),
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      clock: { now: () => new Date(0), monotonicMs: () => 0 },
      host: '127.0.0.1',
      port: running.port,
    });
    await expect(second.listen()).rejects.toMatchObject({
      code: 'busy',
      message: `Port ${running.port} of 127.0.0.1 is taken by another program.`,
      hint: expect.stringContaining('PORT=0'),
    });
    await second.close(0);
  });

  it('names a host that is none of this machine', async () => {
    const server = createWebServer({
      desk: createFakeDesk(),
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      clock: { now: () => new Date(0), monotonicMs: () => 0 },
      host: '192.0.2.1',
      port: 0,
    });
    await expect(server.listen()).rejects.toMatchObject({ code: 'bad_setting', hint: expect.stringContaining('HOST') });
  });
});

describe('closing', () => {
  it('lets a running question end, and takes no new connection', async () => {
    const desk = createFakeDesk();
    const arrived = createSignal();
    const released = createSignal();
    desk.beforeReply = () => {
      arrived.give();
      return released.given;
    };
    // A connection that is kept alive for ten minutes must not hold the server either.
    const { server, port } = await startServer({
      desk,
      timeouts: { headersMs: 10_000, requestMs: 10_000, keepAliveMs: 600_000, checkEveryMs: 10_000 },
    });
    const asked = fetch(`http://127.0.0.1:${port}/api/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"question":"help"}',
    });
    await arrived.given;
    const closed = server.close(60_000);
    await expect(sendRaw(port, { path: '/healthz' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    released.give();
    expect((await asked).status).toBe(200);
    await closed;
  });

  it('cuts what is not done at the deadline', async () => {
    const desk = createFakeDesk();
    const arrived = createSignal();
    desk.beforeReply = () => {
      arrived.give();
      return new Promise(() => {});
    };
    const { server, port } = await startServer({ desk });
    const asked = askRaw(port, '{"question":"help"}');
    const cut = expect(asked).rejects.toMatchObject({ code: 'ECONNRESET' });
    await arrived.given;
    await server.close(1);
    await cut;
  });

  it('is quiet when it was never opened, and when it is closed twice', async () => {
    const { server } = await startServer();
    await server.close(0);
    await expect(server.close(0)).resolves.toBeUndefined();
  });
});

describe('slow clients', () => {
  it('loses the connection of who never finishes the headers', async () => {
    const { port } = await startAnother({
      timeouts: { headersMs: 50, requestMs: 100, keepAliveMs: 50, checkEveryMs: 10 },
    });
    const answer = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
      socket.on('data', (chunk) => {
        received += chunk.toString('latin1');
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(received));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});
