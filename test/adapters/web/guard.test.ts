import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostRules } from '../../../src/adapters/web/guard.ts';
import { checkHost, checkOrigin, hostNameOf } from '../../../src/adapters/web/guard.ts';
import type { RunningServer } from './web-server.ts';
import { askRaw, sendRaw, startServer } from './web-server.ts';

const LOOPBACK: HostRules = { listenHost: '127.0.0.1', allowedHosts: [] };
const PUBLIC: HostRules = { listenHost: '0.0.0.0', allowedHosts: ['desk.example.org'] };

describe('the name in Host', () => {
  it.each([
    ['localhost', 'localhost'],
    ['LOCALHOST:3000', 'localhost'],
    ['localhost.:3000', 'localhost'],
    ['[::1]:3000', '::1'],
    ['127.0.0.1:1', '127.0.0.1'],
    ['desk.example.org', 'desk.example.org'],
    ['evil.example@localhost', undefined],
    ['localhost:3000:1', undefined],
    ['::1', undefined],
    ['', undefined],
    ['localhost/', undefined],
    ['localhost, evil.example', undefined],
  ])('of "%s" is %s', (header, name) => {
    expect(hostNameOf(header)).toBe(name);
  });

  it.each(['localhost:3000', '127.0.0.1:3000', '127.8.8.8', '[::1]', '127.0.0.1'])('%s is this server', (host) => {
    expect(checkHost(host, LOOPBACK)).toBeUndefined();
  });

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '192.168.1.5',
    '0.0.0.0',
    '[::ffff:1.2.3.4]',
    '',
  ])('%s is not this server', (host) => {
    expect(checkHost(host, LOOPBACK)).toMatchObject({ status: 421 });
  });

  it('may be a configured name, or an address when other machines may come in', () => {
    expect(checkHost('desk.example.org', PUBLIC)).toBeUndefined();
    expect(checkHost('Desk.Example.org:443', PUBLIC)).toBeUndefined();
    expect(checkHost('192.168.1.5:3000', PUBLIC)).toBeUndefined();
    expect(checkHost('rebound.example', PUBLIC)).toMatchObject({ status: 421 });
    expect(checkHost('mybox:3000', { listenHost: 'MyBox', allowedHosts: [] })).toBeUndefined();
  });
});

describe('the origin of a request that asks or changes something', () => {
  const post = (origin: string | undefined, fetchSite?: string, rules = LOOPBACK) =>
    checkOrigin({ method: 'POST', host: 'localhost:3000', origin, fetchSite }, rules);

  it('is not asked of programs without a browser', () => {
    expect(post(undefined)).toBeUndefined();
  });

  it('is the page itself', () => {
    expect(post('http://localhost:3000', 'same-origin')).toBeUndefined();
  });

  it.each([
    'http://evil.example',
    'http://localhost:8080',
    'https://localhost.evil.example:3000',
    'null',
    '',
    'file://',
    'about:blank',
  ])('is refused when it is %s', (origin) => {
    expect(post(origin)).toMatchObject({ status: 403 });
  });

  it.each(['cross-site', 'same-site', 'anything'])('is refused when the browser calls it %s', (fetchSite) => {
    expect(post(undefined, fetchSite)).toMatchObject({ status: 403 });
    expect(post('http://localhost:3000', fetchSite)).toMatchObject({ status: 403 });
  });

  it('may be a name that was allowed by hand, though a proxy rewrote Host', () => {
    expect(post('https://desk.example.org', 'same-origin', PUBLIC)).toBeUndefined();
  });

  it('is not asked of a request that only reads', () => {
    const request = { method: 'GET', host: 'localhost:3000', origin: 'http://evil.example', fetchSite: 'cross-site' };
    expect(checkOrigin(request, LOOPBACK)).toBeUndefined();
  });
});

describe('the running server', () => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await startServer();
  });
  afterAll(() => running.server.close(0));

  it.each(['/', '/api/sources', '/metrics', '/healthz', '/assets/desk.js', '/nothing'])(
    'gives nothing of %s to a rebound name',
    async (path) => {
      const response = await sendRaw(running.port, { path, headers: { Host: `rebound.example:${running.port}` } });
      expect(response.status).toBe(421);
      expect(response.body).toContain('localhost');
    },
  );

  it('does not put a foreign question to the desk', async () => {
    const before = running.desk.messages.length;
    const body = '{"question":"help"}';
    expect((await askRaw(running.port, body, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await askRaw(running.port, body, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await askRaw(running.port, body, { Host: 'evil.example' })).status).toBe(421);
    expect(running.desk.messages).toHaveLength(before);
  });

  it.each(['/', '/api/sources', '/nothing', '/assets/desk.css', '/readyz'])(
    'sends the security headers with %s',
    async (path) => {
      const { headers } = await sendRaw(running.port, { path });
      const policy = String(headers['content-security-policy']);
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
        ]),
      );
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});
