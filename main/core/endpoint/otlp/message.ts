import {
  type Cursor,
  FIXED64,
  LENGTH,
  readBytes,
  readDouble,
  readFixed64,
  readLength,
  readSigned,
  readSignedFixed64,
  readTag,
  readText,
  readUnsigned,
  skipField,
  type Tag,
  VARINT,
  WireError,
} from './wire.ts';

/** How one field is read: its number, the wire type it must have, its value where it is absent, and how a value joins the ones before. */
export interface Field<Value> {
  readonly number: number;
  readonly wireType: number;
  readonly absent: Value;
  /** Repeated numbers come one by one or packed (wire type 2); the element's reader then applies until the packed bytes end. */
  readonly isPackable: boolean;
  read(cursor: Cursor, before: Value, depth: number): Value;
}

/** Reads one message: everything up to the end of the cursor. */
export interface MessageType<Value> {
  read(cursor: Cursor, depth: number, before?: Value): Value;
}

/** The value that a message type yields. */
export type Read<Type> = Type extends MessageType<infer Value> ? Value : never;

/** Deeper nesting than this is refused; the real server has no limit, and a stack that grows. Real data has two or three levels. */
const DEEPEST = 200;

function scalar<Value>(
  wireType: number,
  absent: Value,
  read: (cursor: Cursor) => Value,
): (number: number) => Field<Value> {
  return (number) => ({ number, wireType, absent, isPackable: false, read });
}

export const text = scalar(LENGTH, '', readText);
export const bytes = scalar<Buffer | null>(LENGTH, null, readBytes);
/** An enumeration or a small number; what is unknown stays the number it is. */
export const integer = scalar(VARINT, 0, readSigned);
export const fixed64 = scalar(FIXED64, 0n, readFixed64);
export const double = scalar(FIXED64, 0, readDouble);
/** The same for the members of a `oneof`, where absent and zero differ. */
export const maybeText = scalar<string | null>(LENGTH, null, readText);
export const maybeBoolean = scalar<boolean | null>(VARINT, null, (cursor) => readUnsigned(cursor) !== 0);
export const maybeInteger = scalar<number | null>(VARINT, null, readSigned);
export const maybeDouble = scalar<number | null>(FIXED64, null, readDouble);
export const maybeSignedFixed64 = scalar<number | null>(FIXED64, null, readSignedFixed64);

/** One nested message; several of them are merged, field by field. */
export function nested<Value>(number: number, type: () => MessageType<Value>): Field<Value | null> {
  return {
    number,
    wireType: LENGTH,
    absent: null,
    isPackable: false,
    read: (cursor, before, depth) => readNested(cursor, type(), depth, before ?? undefined),
  };
}

const EMPTY: readonly never[] = [];

/** Nested messages in their order. */
export function repeated<Value>(number: number, type: () => MessageType<Value>): Field<readonly Value[]> {
  return {
    number,
    wireType: LENGTH,
    absent: EMPTY,
    isPackable: false,
    read: (cursor, before, depth) => joined(before, readNested(cursor, type(), depth)),
  };
}

/** Numbers of eight bytes, packed or one by one. */
export function repeatedFixed64<Value>(number: number, read: (cursor: Cursor) => Value): Field<readonly Value[]> {
  return {
    number,
    wireType: FIXED64,
    absent: EMPTY,
    isPackable: true,
    read: (cursor, before) => joined(before, read(cursor)),
  };
}

/** The array that is `absent` is shared by all messages and must stay empty. */
function joined<Value>(before: readonly Value[], value: Value): readonly Value[] {
  if (before.length === 0) return [value];
  (before as Value[]).push(value);
  return before;
}

function readNested<Value>(cursor: Cursor, type: MessageType<Value>, depth: number, before?: Value): Value {
  if (depth >= DEEPEST) throw new WireError('proto: exceeded max recursion depth');
  const outer = cursor.end;
  cursor.end = readLength(cursor);
  const value = type.read(cursor, depth + 1, before);
  cursor.end = outer;
  return value;
}

type FieldTable = Readonly<Record<string, Field<unknown>>>;
type ValueOf<Table> = { [Name in keyof Table]: Table[Name] extends Field<infer Value> ? Value : never };

/**
 * A message type from the table of its fields, named as in the `.proto` definition in camel case; fields that are not in the table are
 * passed over. Errors are those of the real server, which names a field as Go does: `TraceId`.
 */
export function message<Table extends { [Name in keyof Table]: Field<never> | Field<unknown> }>(
  table: Table,
): MessageType<ValueOf<Table>> {
  const byNumber: (readonly [string, Field<unknown>] | undefined)[] = [];
  const template: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(table as FieldTable)) {
    byNumber[field.number] = [name, field];
    template[name] = field.absent;
  }
  const read = (cursor: Cursor, depth: number, before?: Record<string, unknown>): Record<string, unknown> => {
    const value = before ?? { ...template };
    const tag: Tag = { field: 0, wireType: 0 };
    const outer = cursor.begin;
    cursor.begin = cursor.at;
    while (cursor.at < cursor.end) {
      readTag(cursor, tag);
      const known = byNumber[tag.field];
      if (known === undefined) skipField(cursor, tag);
      else readKnown(cursor, tag, value, known, depth);
    }
    cursor.begin = outer;
    return value;
  };
  // The table gives each name its reader, and so the value its type.
  return { read } as unknown as MessageType<ValueOf<Table>>;
}

function readKnown(
  cursor: Cursor,
  { wireType }: Tag,
  value: Record<string, unknown>,
  [name, field]: readonly [string, Field<unknown>],
  depth: number,
): void {
  if (wireType === field.wireType) {
    value[name] = field.read(cursor, value[name], depth);
    return;
  }
  if (!field.isPackable || wireType !== LENGTH) {
    throw new WireError(`proto: wrong wireType = ${wireType} for field ${goName(name)}`);
  }
  const outer = cursor.end;
  cursor.end = readLength(cursor);
  while (cursor.at < cursor.end) value[name] = field.read(cursor, value[name], depth);
  cursor.end = outer;
}

function goName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
