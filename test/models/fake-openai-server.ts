import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the real client sent it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

export type Responder = (request: SeenRequest, response: ServerResponse) => void;

export interface FakeOpenAIServer {
  /** With `/v1`, on loopback. */
  readonly baseUrl: string;
  readonly requests: SeenRequest[];
  /** Resolves when a client has closed a connection that was not answered yet. */
  readonly clientLeft: Promise<void>;
  respondWith(responder: Responder): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible service on a free port of loopback that answers as told. */
export async function startFakeOpenAIServer(initial: Responder): Promise<FakeOpenAIServer> {
  let respond = initial;
  let reportLeft = () => {};
  const clientLeft = new Promise<void>((resolve) => {
    reportLeft = resolve;
  });
  const requests: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) reportLeft();
    });
    const seen: SeenRequest = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: JSON.parse(await readBody(request)),
    };
    requests.push(seen);
    respond(seen, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    clientLeft,
    respondWith(responder) {
      respond = responder;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function failWith(status: number): Responder {
  return (_request, response) => sendJson(response, status, { error: { message: `status ${status}`, type: 'test' } });
}

export const hang: Responder = () => {};

export const cutConnection: Responder = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":');
  response.socket?.destroy();
};

/** A chat completion whose message is `content`. */
export function sayContent(content: string): Responder {
  return (_request, response) =>
    sendJson(response, 200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: 'fake',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null } }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
}

/** Embeddings that `embed` gives for the texts of the request. */
export function embedWith(embed: (text: string) => readonly number[]): Responder {
  return ({ body }, response) => {
    const texts = (Array.isArray(body.input) ? body.input : [body.input]).map(String);
    sendJson(response, 200, {
      object: 'list',
      model: body.model,
      data: texts.map((text, index) => ({ object: 'embedding', index, embedding: embed(text) })),
      usage: { prompt_tokens: 1, total_tokens: 1 },
    });
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
