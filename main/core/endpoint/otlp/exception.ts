import type { Attributes } from './attributes.ts';

/** An exception as OpenTelemetry's conventions write it into attributes. */
export interface OtelException {
  readonly message: string;
  readonly type: string | null;
  readonly handled: boolean;
  readonly stacktrace: string | null;
}

/** What the real server calls an exception that has a type and no message. */
const NO_MESSAGE = '[EMPTY]';

/** Reads `exception.*`; null where neither type nor message is there. */
export function exceptionOf(attributes: Attributes): OtelException | null {
  const message = attributes.text('exception.message');
  const type = attributes.text('exception.type');
  if (message === null && type === null) return null;
  return {
    message: message ?? NO_MESSAGE,
    type,
    handled: !attributes.boolean('exception.escaped'),
    stacktrace: attributes.text('exception.stacktrace'),
  };
}

/** The members of an error's document that come from an exception. */
export function exceptionDocument({ message, type, handled, stacktrace }: OtelException): Record<string, unknown> {
  return {
    exception: { message, ...(type === null ? {} : { type }), handled },
    ...(stacktrace === null ? {} : { stack_trace: stacktrace }),
  };
}
