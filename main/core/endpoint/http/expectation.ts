import type { IncomingMessage, ServerResponse } from 'node:http';

/** `100 Continue` where a body is to come: the real server reads on before it looks at anything else (reference A2, last paragraph). */
export function sayContinue({ headers }: IncomingMessage, response: ServerResponse): void {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (hasBody) response.writeContinue();
}
