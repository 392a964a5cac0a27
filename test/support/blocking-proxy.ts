// A proxy that refuses everything and remembers what was asked for: how a test knows that nothing left the machine.
// Both browsers send every request here that is not for the test server itself. It never connects to anything.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser asked the outside world for: a whole URL for http:, `host:port` for https: and wss:. */
export interface BlockingProxy {
  readonly port: number;
  /** Requests so far, oldest first, repeats kept. */
  readonly asked: readonly string[];
  forget(): void;
  close(): Promise<void>;
}

/** Starts a refusing proxy on a free port of 127.0.0.1. */
export async function startBlockingProxy(): Promise<BlockingProxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '(no address)');
    response.writeHead(502, { 'content-type': 'text/plain' }).end('blocked by the test proxy');
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '(no address)');
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Blocked\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    forget: () => void asked.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
