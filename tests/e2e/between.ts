// What stands between a browser and the server, and behaves as proxies do: it cuts connections, ends
// each after a while, or answers for a server that it cannot reach.
import { createServer, request as ask, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Between {
  url = '';
  streams_opened = 0;
  ends_streams_after_ms: number | null = null;
  answers: number | null = null; // instead of the server, with this status
  private readonly open = new Set<ServerResponse>();
  private readonly server: Server;

  constructor(target: string) {
    this.server = createServer((request, response) => {
      if (this.answers !== null) {
        response.writeHead(this.answers).end('no server behind this proxy');
        return;
      }
      const { method, headers, url: address } = request;
      const onward = ask(`${target}${address}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      response.on('close', () => {
        this.open.delete(response);
        onward.destroy();
      });
      if (address?.startsWith('/api/v1/stream')) this.follow(response);
      request.pipe(onward);
    });
  }

  private follow(response: ServerResponse): void {
    this.streams_opened += 1;
    this.open.add(response);
    const after_ms = this.ends_streams_after_ms;
    if (after_ms !== null) setTimeout(() => response.destroy(), after_ms);
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  cut_streams(): void {
    for (const response of this.open) response.destroy();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
