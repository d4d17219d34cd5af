import { isIP } from 'node:net';
import type { Problem } from './problem.ts';

/** Sent with every response. Nothing from outside, nothing inline, no frame, no text turned into markup. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

export interface HostRules {
  /** The address the server listens on, as configured. */
  readonly listenHost: string;
  /** Further names under which people reach it (a public name before a proxy); lower case, no port. */
  readonly allowedHosts: readonly string[];
}

/**
 * Refuses a request whose `Host` is not a name of this server. A page on the web can point a name of its own at
 * 127.0.0.1 (DNS rebinding) and would then be of one origin with the desk; the name in `Host` gives it away.
 */
export function checkHost(hostHeader: string | undefined, rules: HostRules): Problem | undefined {
  const name = hostNameOf(hostHeader);
  if (name !== undefined && isNameOfThisServer(name, rules)) return undefined;
  return {
    status: 421,
    problem: `The desk is not reached under the name ${quoteName(hostHeader)}.`,
    hint: 'Open it as localhost or 127.0.0.1 with its port, or add the name to the hosts that the desk allows.',
  };
}

/**
 * Refuses a request that changes or asks something when a browser says that another site sent it. Programs without
 * a browser send neither header and pass.
 */
export function checkOrigin(
  request: { method: string; host: string | undefined; origin: string | undefined; fetchSite: string | undefined },
  rules: HostRules,
): Problem | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const siteIsOwn = request.fetchSite === undefined || ['same-origin', 'none'].includes(request.fetchSite);
  if (siteIsOwn && (request.origin === undefined || isOwnOrigin(request.origin, request.host, rules))) return undefined;
  return {
    status: 403,
    problem: 'The request was sent by the page of another site.',
    hint: 'Open the page of the desk itself and ask there.',
  };
}

/** The host name of a `Host` header: lower case, without port, an IPv6 address without brackets. */
export function hostNameOf(hostHeader: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:/?#@\s[\]\\]+))(?::\d{1,5})?$/i.exec(hostHeader ?? '');
  const name = (match?.[1] ?? match?.[2])?.toLowerCase();
  return name?.endsWith('.') ? name.slice(0, -1) : name;
}

/** Whether an address (or `localhost`) can be reached from this machine only. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function isNameOfThisServer(name: string, rules: HostRules): boolean {
  if (isLoopback(name)) return true;
  if (name === rules.listenHost.toLowerCase() || rules.allowedHosts.includes(name)) return true;
  // A name can be rebound, an address cannot: who listens beyond loopback is reached by its addresses too.
  return isIP(name) !== 0 && !isLoopback(rules.listenHost);
}

/** An origin is our own when it is what the browser has in its address bar, or a name that was allowed by hand. */
function isOwnOrigin(origin: string, hostHeader: string | undefined, rules: HostRules): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  return url.host === hostHeader?.toLowerCase() || rules.allowedHosts.includes(url.hostname);
}

function quoteName(hostHeader: string | undefined): string {
  return hostHeader === undefined ? '(none)' : `"${hostHeader.slice(0, 100)}"`;
}
