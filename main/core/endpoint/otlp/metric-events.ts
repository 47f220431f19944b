import type { IncomingEvent } from '../../events/ports.ts';
import { objectOf } from './attributes.ts';
import type { HistogramDataPoint, KeyValue, Metric, NumberDataPoint, Scope, SummaryDataPoint } from './definitions.ts';
import type { Moments } from './moment.ts';
import { scopeMember } from './trace-events.ts';

type Sample = Readonly<Record<string, unknown>>;

interface Metricset {
  readonly at: bigint;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly samples: Record<string, Sample>;
}

/** Events of the metrics of one scope, and how many data points the real server could not take either. */
export interface MetricEvents {
  readonly events: readonly IncomingEvent[];
  readonly rejected: number;
}

/**
 * Puts the data points of one scope together as the real server does: points with the same time and the same attributes are one metricset.
 * Refused are exponential histograms, histograms without bounds, and numbers that are missing or not finite.
 */
export function eventsOfMetrics(metrics: readonly Metric[], scope: Scope | null, moments: Moments): MetricEvents {
  const sets = new Map<string, Metricset>();
  let rejected = 0;

  const add = (metric: Metric, at: bigint, attributes: readonly KeyValue[], sample: Sample | null): void => {
    if (sample === null) {
      rejected += 1;
      return;
    }
    const values = objectOf(attributes);
    const key = `${at} ${JSON.stringify(values)}`;
    const set = sets.get(key) ?? { at, attributes: values, samples: Object.create(null) };
    set.samples[metric.name] = metric.unit === '' ? sample : { ...sample, unit: metric.unit };
    sets.set(key, set);
  };

  for (const metric of metrics) {
    const { gauge, sum, histogram, exponentialHistogram, summary } = metric;
    for (const point of gauge?.dataPoints ?? []) {
      add(metric, point.timeUnixNano, point.attributes, numberSample(point, 'gauge'));
    }
    for (const point of sum?.dataPoints ?? []) {
      add(metric, point.timeUnixNano, point.attributes, numberSample(point, 'counter'));
    }
    for (const point of histogram?.dataPoints ?? []) {
      add(metric, point.timeUnixNano, point.attributes, histogramSample(point));
    }
    for (const point of summary?.dataPoints ?? []) {
      add(metric, point.timeUnixNano, point.attributes, summarySample(point));
    }
    rejected += exponentialHistogram?.dataPoints.length ?? 0;
  }
  return { events: [...sets.values()].map((set) => eventOf(set, scope, moments)), rejected };
}

function eventOf({ at, attributes, samples }: Metricset, scope: Scope | null, moments: Moments): IncomingEvent {
  const timestampUs = moments.at(at);
  const document = {
    timestamp: timestampUs,
    samples,
    ...(Object.keys(attributes).length === 0 ? {} : { tags: attributes }),
    otel: scopeMember(scope),
  };
  return {
    kind: 'metricset',
    service: null,
    timestampUs,
    name: Object.keys(samples).slice(0, 3).join(', '),
    traceId: null,
    id: null,
    parentId: null,
    durationMs: null,
    outcome: null,
    document,
  };
}

function numberSample({ asInt, asDouble }: NumberDataPoint, type: 'gauge' | 'counter'): Sample | null {
  const value = asInt ?? asDouble;
  return value === null || !Number.isFinite(value) ? null : { type, value };
}

function summarySample({ count, sum }: SummaryDataPoint): Sample {
  return { type: 'summary', count: Number(count), sum };
}

/** A bucket stands for the middle of its bounds; the first for half its bound, or the bound itself where that is not positive; the last for its lower bound. */
function histogramSample({ bucketCounts, explicitBounds }: HistogramDataPoint): Sample | null {
  if (explicitBounds.length === 0 || bucketCounts.length !== explicitBounds.length + 1) return null;
  const values: number[] = [];
  const counts: number[] = [];
  for (const [index, count] of bucketCounts.entries()) {
    if (count === 0n) continue;
    const upper = explicitBounds[index];
    const lower = explicitBounds[index - 1];
    if (lower === undefined) values.push(upper !== undefined && upper > 0 ? upper / 2 : (upper ?? 0));
    else values.push(upper === undefined ? lower : lower + (upper - lower) / 2);
    counts.push(Number(count));
  }
  return { type: 'histogram', values, counts };
}
