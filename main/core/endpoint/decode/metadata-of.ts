import type { ServiceMetadata } from '../../evidence/facts.ts';
import { isRecord } from './is-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Who a stream is from, out of its validated metadata line; `m` is the short form of RUM v3 (reference D2). */
export function metadataOf(type: string, value: Fields): ServiceMetadata {
  return type === 'm' ? rumMetadata(record(value.se)) : backendMetadata(value, record(value.service));
}

function backendMetadata(value: Fields, service: Fields): ServiceMetadata {
  const agent = record(service.agent);
  const system = record(value.system);
  const pid = record(value.process).pid;
  return {
    service: text(service.name) ?? '',
    environment: text(service.environment),
    version: text(service.version),
    agent: { name: text(agent.name) ?? '', version: text(agent.version) ?? '' },
    language: text(record(service.language).name),
    runtime: named(service.runtime, 'name', 'version'),
    framework: named(service.framework, 'name', 'version'),
    hostname: text(system.configured_hostname) ?? text(system.detected_hostname) ?? text(system.hostname),
    pid: typeof pid === 'number' ? pid : null,
  };
}

function rumMetadata(service: Fields): ServiceMetadata {
  const agent = record(service.a);
  return {
    service: text(service.n) ?? '',
    environment: text(service.en),
    version: text(service.ve),
    agent: { name: text(agent.n) ?? '', version: text(agent.ve) ?? '' },
    language: text(record(service.la).n),
    runtime: named(service.ru, 'n', 've'),
    framework: named(service.fw, 'n', 've'),
    hostname: null,
    pid: null,
  };
}

function named(value: unknown, nameKey: string, versionKey: string): string | null {
  const name = text(record(value)[nameKey]);
  const version = text(record(value)[versionKey]);
  return name === null || version === null ? name : `${name} ${version}`;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function record(value: unknown): Fields {
  return isRecord(value) ? value : {};
}
